import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { writePythonJson } from '../../../server/src/pythonJson';
import type { PythonDictionary } from '../../../server/src/pythonValue';
import { LineProcess } from '../lineProcess';

const PYTHON = '/usr/bin/python3';

/** What the real Cheetah makes of a template: see cheetahOracle.py. */
export type CheetahAnswer =
  /** It compiles. */
  | Readonly<Record<string, never>>
  | { readonly output: string }
  /** It does not compile. */
  | { readonly refused: string; readonly message: string }
  /** It compiles, and fails when it is rendered. */
  | { readonly failed: string; readonly message: string };

/** Whether the machine has the real Cheetah. */
export function hasCheetah(): boolean {
  return spawnSync(PYTHON, ['-c', 'import Cheetah']).status === 0;
}

/** The real Cheetah in a process of its own, for many templates. */
export class CheetahOracle {
  readonly #process = new LineProcess(PYTHON, [path.join(import.meta.dirname, 'cheetahOracle.py')]);

  /** Only compiles, and runs nothing of the template. */
  compile(source: string): Promise<CheetahAnswer> {
    return this.#ask({ source });
  }

  /** Compiles and renders, with the namespaces in which Cheetah looks for names, the first one first. */
  render(source: string, searchList: readonly unknown[]): Promise<CheetahAnswer> {
    return this.#ask({ source, searchList });
  }

  /** The same with one namespace of Python's values. */
  renderValues(source: string, searchList: PythonDictionary): Promise<CheetahAnswer> {
    const request = `{"source": ${JSON.stringify(source)}, "searchList": [${writePythonJson(searchList)}]}`;
    return this.#process.askJson(request) as Promise<CheetahAnswer>;
  }

  /** Ends the process. */
  stop(): void {
    this.#process.stop();
  }

  #ask(request: unknown): Promise<CheetahAnswer> {
    return this.#process.ask(request) as Promise<CheetahAnswer>;
  }
}
