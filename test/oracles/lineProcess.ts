import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';

/** A program in a process of its own that answers each line of JSON with another, in the order of the questions. */
export class LineProcess {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: Interface;
  readonly #waiting: ((answer: unknown) => void)[] = [];
  readonly #ended: Promise<never>;
  #said = '';

  constructor(program: string, args: readonly string[]) {
    this.#process = spawn(program, args);
    this.#process.stderr
      .setEncoding('utf8')
      .on('data', (text: string) => (this.#said = (this.#said + text).slice(-5000)));
    this.#lines = createInterface({ input: this.#process.stdout });
    this.#lines.on('line', (line) => this.#waiting.shift()?.(JSON.parse(line)));
    this.#ended = new Promise((_, reject) => {
      this.#process.once('close', () => {
        reject(new Error(`${program} ${args.join(' ')} ended: ${this.#said}`));
      });
    });
    this.#ended.catch(() => undefined);
  }

  /** Fails where the process ends before it answers. */
  ask(question: unknown): Promise<unknown> {
    return this.askJson(JSON.stringify(question));
  }

  /** The same with a question that is written as JSON, in one line. */
  askJson(question: string): Promise<unknown> {
    const answer = new Promise<unknown>((resolve) => this.#waiting.push(resolve));
    this.#process.stdin.write(`${question}\n`);
    return Promise.race([answer, this.#ended]);
  }

  /** Ends the process. */
  stop(): void {
    this.#lines.close();
    this.#process.kill();
  }
}
