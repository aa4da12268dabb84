import { matchAt } from '../characters';
import type { PythonSource } from '../pythonSource';
import { Refusal } from '../refusal';

const BLANKS = /[ \t\f]*/y;
const LINE_END = /\r\n|\n|\r/y;

/** A place in a text, and the Python of what was taken up to there. */
export class Cursor {
  constructor(
    readonly text: string,
    public at: number,
    /** Where the text ends for it: behind a line in a directive's short form. */
    readonly limit: number,
    readonly python: PythonSource,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.limit;
  }

  /** The next character; empty at the end. */
  get character(): string {
    return this.isAtEnd ? '' : this.text.charAt(this.at);
  }

  /** Takes so many characters into the Python. */
  take(length: number): void {
    this.python.add(this.text.slice(this.at, this.at + length), this.at);
    this.at += length;
  }

  /** Takes blanks. */
  blanks(): void {
    const { length } = matchAt(BLANKS, this.text, this.at)?.[0] ?? '';
    this.take(Math.min(length, Math.max(0, this.limit - this.at)));
  }

  /** Passes over a line end, or one behind a backslash, which Cheetah leaves out of the Python. Tells whether there was one. */
  leaveOutLineEnd(): boolean {
    const { character } = this;
    if (character === '\r' || character === '\n') {
      this.at++;
      return true;
    }
    if (character !== '\\' || this.at + 1 >= this.limit) return false;
    const lineEnd = matchAt(LINE_END, this.text, this.at + 1)?.[0];
    if (lineEnd === undefined) throw this.refusal(1, 'Only a line end can follow a backslash here.');
    this.at += 1 + lineEnd.length;
    return true;
  }

  /** What is thrown where Cheetah refuses the next characters. */
  refusal(length: number, message: string, code?: Refusal['code']): Refusal {
    return new Refusal({ start: this.at, end: Math.min(this.at + length, this.text.length) }, message, code);
  }
}
