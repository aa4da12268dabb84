import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { createDriverRunner, type DriverRunnerOptions } from '../../../server/src/driver/run';
import type { DriverFailure, DriverOutcome, DriverRun, DriverRunner } from '../../../server/src/driver/runner';
import { pythonStr } from '../../../server/src/pythonText';
import { dictionary } from '../python';

const sources = join(import.meta.dirname, '../../../server/src/driver/hosts');

/** What a test may say of a run; the rest has a default. */
export interface Case {
  /** Files beside the driver, by their names. */
  readonly files?: Readonly<Record<string, string>>;
  /** Texts in the editor, by the file's name. */
  readonly unsaved?: Readonly<Record<string, string>>;
  /** The file that the class stands in, by its name; the driver's own unless said. */
  readonly classFile?: string;
  /** Defaults to the file's name without its ending. */
  readonly module?: string;
  readonly className?: string;
  /** Folders that come in the search path before the driver's own, by their names in it. */
  readonly searchPath?: readonly string[];
  /** As JSON holds it. */
  readonly request?: { readonly instance?: object; readonly network?: object; readonly mapping?: object };
  readonly signal?: AbortSignal;
  readonly options?: Partial<DriverRunnerOptions>;
  readonly onPrint?: (text: string) => void;
}

/** An outcome as plain data, with what the driver printed; the values are what Python's `str` gives for them, but for None. */
export interface Result {
  readonly values?: Readonly<Record<string, string | null>>;
  readonly failure?: DriverFailure;
  readonly printed: string;
  readonly folder: string;
  readonly milliseconds: number;
}

/** A Python driver whose method has this body; `top` stands before the class. */
export function python(body: string, top = ''): string {
  const lines = body.split('\n').map((line) => `        ${line}\n`);
  return `${top}\nclass Driver:\n    def getVIFConfiguration(self, instance, network):\n${lines.join('')}`;
}

/** A JavaScript driver, of either kind of module, whose method has this body; `top` stands before the class. */
export function javascript(kind: 'mjs' | 'cjs', body: string, top = ''): string {
  const start = kind === 'mjs' ? 'export default' : 'module.exports =';
  return `${top}\n${start} class Driver {\n  async getVIFConfiguration(instance, network) {\n    ${body}\n  }\n}\n`;
}

/** A temporary folder with the built hosts in it, and drivers in folders of their own. */
export class Bench {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'vif-run-')));
  readonly #hosts = join(this.folder, 'hosts');
  #drivers = 0;
  #python = '';

  /** Builds the hosts as the extension's build does. */
  async build(): Promise<void> {
    mkdirSync(this.#hosts);
    for (const part of ['python_host.py', 'vif_host'])
      cpSync(join(sources, part), join(this.#hosts, part), { recursive: true });
    const outfile = join(this.#hosts, 'javascriptHost.js');
    const entryPoints = [join(sources, 'javascriptHost.ts')];
    await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20' });
    // What `python3` is may be a script that first looks for the interpreter: once is enough.
    this.#python = execFileSync('python3', ['-I', '-c', 'import sys; print(sys.executable)'], {
      encoding: 'utf8',
    }).trim();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes a driver into a fresh folder and runs it. `file` tells its language; its class is `Driver` unless the case says so. */
  async run(file: string, source: string, given: Case = {}): Promise<Result> {
    this.write(file, source, given);
    return this.runIn(join(this.folder, `case ${this.#drivers}`), file, given);
  }

  /** A runner as the bench uses it. To be disposed of. */
  runner(options: Partial<DriverRunnerOptions> = {}): DriverRunner {
    const usual = { hosts: this.#hosts, python: this.#python, forbiddenFolders: [], timeLimit: 20_000 };
    return createDriverRunner({ ...usual, ...options });
  }

  /** Writes a driver into a fresh folder. */
  write(file: string, source: string, given: Case = {}): DriverRun {
    const folder = join(this.folder, `case ${++this.#drivers}`);
    const files = { [file]: source, ...given.files };
    for (const [name, text] of Object.entries(files)) write(join(folder, name), text);
    return runOf(folder, file, given);
  }

  /** Runs a driver that lies in a folder. */
  async runIn(folder: string, file: string, given: Case = {}): Promise<Result> {
    const { options, signal = new AbortController().signal, onPrint } = given;
    const runner = this.runner({ forbiddenFolders: [folder], ...options });
    let printed = '';
    const started = performance.now();
    const outcome = await runner.run(runOf(folder, file, given), signal, (text) => {
      printed += text;
      onPrint?.(text);
    });
    runner.dispose();
    return { ...plain(outcome), printed, folder, milliseconds: performance.now() - started };
  }
}

function runOf(folder: string, file: string, given: Case): DriverRun {
  const { unsaved = {}, module = basename(file, extname(file)), className = 'Driver', searchPath = [] } = given;
  const { classFile = file } = given;
  const { instance = {}, network = {}, mapping } = given.request ?? {};
  return {
    language: extname(file) === '.py' ? 'python' : 'javascript',
    file: join(folder, file),
    classFile: join(folder, classFile),
    module,
    className,
    searchPath: [...searchPath.map((name) => join(folder, name)), folder],
    request: {
      instance: dictionary(instance),
      network: dictionary(network),
      ...(mapping && { mapping: dictionary(mapping) }),
    },
    unsaved: new Map(Object.entries(unsaved).map(([name, text]) => [join(folder, name), text])),
  };
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** An outcome as plain data. */
export function plain(outcome: DriverOutcome): Pick<Result, 'values' | 'failure'> {
  if (outcome.kind === 'failed') return { failure: outcome.failure };
  const shown = [...outcome.values].map(([key, value]) => [key, value === null ? null : pythonStr(value)] as const);
  return { values: Object.fromEntries(shown) };
}
