import type { Span } from '../text/span';
import type { NameExpression } from './expression';

/** Stands in front of a name of the search list in place of its `$`: a letter, so that Python's grammar takes both for one name. */
export const MARK = '\u01C2';

/** What is said where a `$` has a word right in front of it. */
export const JOINED = 'Write a blank before the $: Cheetah joins it with the word in front of it.';

const WORD_END = /[\p{L}\p{N}_]$/u;
const WORD_START = /^[\p{L}\p{N}_]/u;

/** What of an expression is Python, but not understood, or what is wrong with it. */
export interface Fault {
  readonly code: 'cheetah.syntax' | 'cheetah.unsupported';
  readonly span: Span;
  readonly message: string;
}

/** A word of an expression, outside of names and calls: a keyword may take the expression apart there. */
export interface Word {
  readonly text: string;
  /** Offsets in the Python source. */
  readonly start: number;
  readonly end: number;
  /** In how many brackets it stands. */
  readonly depth: number;
}

/** The Python that Cheetah makes of an expression, with `MARK` for `$`, and where each character of it stands in the file. */
export class PythonSource {
  text = '';
  offsets: number[] = [];
  readonly words: Word[] = [];
  /** The names with `$`. */
  names: NameExpression[] = [];
  /** Where in the file the dots stand behind which Cheetah, not Python, looks for a name. */
  readonly mappedDots = new Set<number>();
  faults: Fault[] = [];
  #isBehindVariable = false;
  /** The last piece: to look at the end of a text that grows is slow. */
  #last = '';

  /** `end` is where the expression ends in the file. */
  constructor(public end: number) {}

  /** Adds what stands in the file at `at`. */
  add(piece: string, at: number): void {
    if (piece === '') return;
    // Cheetah's code for a variable ends with a bracket; here a letter could become a part of the name.
    if (this.#isBehindVariable && WORD_START.test(piece)) this.insert(' ', at);
    this.#isBehindVariable = false;
    for (let index = 0; index < piece.length; index++) this.offsets.push(at + index);
    this.text += piece;
    this.#last = piece;
    this.end = at + piece.length;
  }

  /** Adds what does not stand in the file. */
  insert(piece: string, at: number): void {
    this.offsets.push(...Array.from({ length: piece.length }, () => at));
    this.text += piece;
    this.#last = piece;
  }

  /** Adds the mark of a variable whose name follows. */
  startVariable(at: number): void {
    if (this.#isBehindVariable) this.insert(' ', at);
    else if (WORD_END.test(this.#last)) {
      this.faults.push({ code: 'cheetah.unsupported', span: { start: at, end: at + 1 }, message: JOINED });
      this.insert(' ', at);
    }
    this.#isBehindVariable = false;
    this.insert(MARK, at);
  }

  /** Adds nothing: the name that follows is one of Python's. */
  startPlainName(): void {
    this.#isBehindVariable = false;
  }

  /** Notes that all of a variable was added. */
  endVariable(): void {
    this.#isBehindVariable = true;
  }

  /** A part of it. */
  slice(start: number, end = this.text.length): PythonSource {
    const part = new PythonSource(end < this.text.length ? (this.offsets[end] ?? this.end) : this.end);
    part.text = this.text.slice(start, end);
    part.offsets = this.offsets.slice(start, end);
    for (const dot of this.mappedDots) part.mappedDots.add(dot);
    const from = this.inFile(start);
    const isInside = ({ span }: { readonly span: Span }): boolean => from <= span.start && span.start < part.end;
    part.names = this.names.filter(isInside);
    part.faults = this.faults.filter(isInside);
    return part;
  }

  /** What of it stands in front of an offset of the file. */
  before(offset: number): PythonSource {
    const end = this.offsets.findIndex((at) => at >= offset);
    const part = this.slice(0, end < 0 ? undefined : end);
    part.end = Math.max(offset, part.inFile(0));
    return part;
  }

  /** The same with an equals sign more in front of each of these offsets. */
  withEqualsSigns(at: readonly number[]): PythonSource {
    const whole = this.slice(0);
    for (const offset of at.toReversed()) {
      whole.text = `${whole.text.slice(0, offset)}=${whole.text.slice(offset)}`;
      whole.offsets.splice(offset, 0, this.inFile(offset));
    }
    return whole;
  }

  /** Where an offset of the Python stands in the file. */
  inFile(offset: number): number {
    return this.offsets[offset] ?? this.end;
  }

  /** The span of the file that a stretch of the Python stands for; without the blanks around it where it is the whole. */
  spanInFile({ start, end }: Span): Span {
    const from = this.inFile(start);
    const last = this.offsets[end - 1];
    return { start: from, end: Math.max(from, last === undefined || end <= start ? from : last + 1) };
  }

  /** What stands in the file, without blanks around it; where it starts if there is nothing else. */
  get span(): Span {
    const start = this.text.length - this.text.trimStart().length;
    if (start === this.text.length) return { start: this.inFile(0), end: this.inFile(0) };
    return this.spanInFile({ start, end: this.text.trimEnd().length });
  }
}
