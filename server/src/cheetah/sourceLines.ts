import { blanksTo } from './characters';

const LINE_END = /\r\n|\r|\n/g;

interface Line {
  readonly start: number;
  /** Where the line that is white space up to there has its first other character; never behind the end. */
  readonly firstText: number;
  /** Before the line end. */
  readonly end: number;
  /** Behind the line end. */
  readonly next: number;
}

/** The lines of a text, each looked at once: directives ask over and over for the start and the end of theirs. */
export class SourceLines {
  readonly #lines: Line[] = [];
  #current = 0;

  constructor(text: string) {
    let start = 0;
    const add = (end: number, next: number): void => {
      this.#lines.push({ start, firstText: Math.min(blanksTo(text, start), end), end, next });
      start = next;
    };
    for (const { index, 0: mark } of text.matchAll(LINE_END)) add(index, index + mark.length);
    add(text.length, text.length);
  }

  /** Where the line of an offset starts. */
  startOf(offset: number): number {
    return this.#lineOf(offset).start;
  }

  /** Where the line of an offset ends, before its line end. */
  endOf(offset: number): number {
    return this.#lineOf(offset).end;
  }

  /** Where the line after that of an offset starts. */
  nextOf(offset: number): number {
    return this.#lineOf(offset).next;
  }

  /** Whether nothing but white space stands in front of an offset in its line. */
  isClearTo(offset: number): boolean {
    return offset <= this.#lineOf(offset).firstText;
  }

  /** The search goes on from the line that was asked for last, for nearly all questions are about that one or the next. */
  #lineOf(offset: number): Line {
    const isLater = (): boolean => offset >= (this.#lines[this.#current + 1]?.start ?? Infinity);
    const isEarlier = (): boolean => this.#current > 0 && offset < (this.#lines[this.#current]?.start ?? 0);
    while (isLater()) this.#current++;
    while (isEarlier()) this.#current--;
    return this.#lines[this.#current] ?? { start: 0, firstText: 0, end: 0, next: 0 };
  }
}
