// What V8 has compiled of a program's files is kept for the next start, which then compiles nothing.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { version } from '../version';
import { readCodes, writeCodes, type KeptCode, type KeptCodes } from './codeStore';
import type { Module, Require } from './programFiles';

/** A file as a function of what Node gives a module. */
type Program = (module: Module, require: Require, folder: string) => void;

/** The files of a folder, compiled, or taken from what the last start has compiled. */
export class CompiledCode {
  readonly #kept: KeptCodes;
  readonly #found = new Map<string, KeptCode>();
  readonly #compiled = new Map<string, { readonly stamp: string; readonly script: Script }>();

  /**
   * @param folder where the files lie
   * @param store the file that keeps their code
   */
  constructor(
    private readonly folder: string,
    private readonly store: string,
  ) {
    this.#kept = readCodes(store);
  }

  /** Runs a file of the folder as Node runs a module. */
  run(name: string, module: Module, require: Require): void {
    const program = this.#script(name).runInThisContext() as Program;
    program(module, require, this.folder);
  }

  /** Keeps the code of each file as it was found or, for a file that was compiled, with all of its functions that have run by now. */
  keep(): void {
    if (this.#compiled.size === 0) return;
    for (const [name, { stamp, script }] of this.#compiled)
      this.#found.set(name, { stamp, code: script.createCachedData() });
    this.#compiled.clear();
    writeCodes(this.store, this.#found);
  }

  #script(name: string): Script {
    const filename = path.join(this.folder, name);
    const { size, mtimeMs } = statSync(filename);
    // Packages may give all files one time, in each version the same.
    const stamp = `${version} ${size} ${mtimeMs}`;
    const kept = this.#kept.get(name);
    const code = kept?.stamp === stamp ? kept.code : undefined;
    const source = `(function(module,require,__dirname){${readFileSync(filename, 'utf8')}\n})`;
    const script = new Script(source, { filename, ...(code && { cachedData: code }) });
    // V8 takes no code of another version of its own, or with other settings.
    if (kept && code && script.cachedDataRejected !== true) this.#found.set(name, kept);
    else this.#compiled.set(name, { stamp, script });
    return script;
  }
}
