import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';

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
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: Interface;
  readonly #waiting: ((answer: CheetahAnswer) => void)[] = [];
  readonly #ended: Promise<never>;
  #said = '';

  constructor() {
    this.#process = spawn(PYTHON, [path.join(import.meta.dirname, 'cheetahOracle.py')]);
    this.#process.stderr
      .setEncoding('utf8')
      .on('data', (text: string) => (this.#said = (this.#said + text).slice(-5000)));
    this.#lines = createInterface({ input: this.#process.stdout });
    this.#lines.on('line', (line) => this.#waiting.shift()?.(JSON.parse(line) as CheetahAnswer));
    this.#ended = new Promise((_, reject) => {
      this.#process.once('close', () => {
        reject(new Error(`Cheetah's process ended: ${this.#said}`));
      });
    });
    this.#ended.catch(() => undefined);
  }

  /** Only compiles, and runs nothing of the template. */
  compile(source: string): Promise<CheetahAnswer> {
    return this.#ask({ source });
  }

  /** Compiles and renders, with the namespaces in which Cheetah looks for names, the first one first. */
  render(source: string, searchList: readonly unknown[]): Promise<CheetahAnswer> {
    return this.#ask({ source, searchList });
  }

  /** Ends the process. */
  stop(): void {
    this.#lines.close();
    this.#process.kill();
  }

  /** Answers come in the order of the requests. */
  #ask(request: unknown): Promise<CheetahAnswer> {
    const answer = new Promise<CheetahAnswer>((resolve) => this.#waiting.push(resolve));
    this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    return Promise.race([answer, this.#ended]);
  }
}
