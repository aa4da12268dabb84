import { matchAt, startsName } from './characters';
import type { PythonSource } from './pythonSource';
import { pythonTokenAt } from './pythonTokens';
import { Refusal } from './refusal';
import { VARIABLE_START } from './starts';

const BLANKS = /[ \t\f]*/y;
const LINE_END = /\r\n|\n|\r/y;
const DOTTED_NAME = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** How deep calls and indexes nest at most: deeper ones are not understood. */
const MAX_DEPTH = 60;
/** Names that Cheetah treats as calls of gettext. */
const GETTEXT_NAMES: ReadonlySet<string> = new Set(['_', 'N_', 'ngettext']);

/** An opening bracket, and where it stands. */
export interface Bracket {
  readonly bracket: string;
  readonly at: number;
}

export interface ExpressionOptions {
  /** Whether it ends behind the bracket that it starts with, and those that follow directly. */
  readonly enclosed?: true;
  /** Brackets that are open already. */
  readonly open?: Bracket[];
  /** The tokens before which it ends, outside of brackets. */
  readonly until?: readonly string[];
  /** Whether `$name` is a plain Python name: one that is assigned to. */
  readonly plain?: true;
}

/**
 * Finds the end of an expression exactly as Cheetah does, and gathers the Python that Cheetah makes of it. Throws a Refusal
 * where Cheetah refuses; `at` is then the place up to which it was read.
 */
export class ExpressionScanner {
  /** Where the first one of the brackets is closed that are open from the start. */
  firstClose: number | undefined;
  #depth = 0;
  #plain = false;

  constructor(
    private readonly text: string,
    public at: number,
    /** Where the text ends for it: behind a line in a directive's short form. */
    private readonly limit: number,
    readonly python: PythonSource,
  ) {}

  /** An expression up to the end of its line, a `#`, or what the options say. */
  expression(options: ExpressionOptions = {}): void {
    const { open = [], until = [] } = options;
    const wasPlain = this.#plain;
    this.#plain ||= options.plain === true;
    this.#enter();
    for (;;) {
      const bracket = open.at(-1);
      if (this.isAtEnd) {
        if (bracket) throw this.#unclosed(bracket);
        break;
      }
      const character = this.text.charAt(this.at);
      if (character in CLOSING) {
        open.push({ bracket: character, at: this.at });
        this.#take(1);
      } else if (options.enclosed && !bracket) break;
      else if (')]}'.includes(character)) this.#close(open, character);
      else if (bracket ? false : this.#endsHere(character)) break;
      else if (!this.#lineContinues(character)) {
        const isEnd = this.#isWordBefore(until, open);
        if (isEnd) break;
        this.#piece(open.length);
      }
    }
    this.#depth--;
    this.#plain = wasPlain;
  }

  get isAtEnd(): boolean {
    return this.at >= this.limit;
  }

  /** The next character; empty at the end. */
  get character(): string {
    return this.isAtEnd ? '' : this.text.charAt(this.at);
  }

  /** Takes blanks; gives where they end. */
  blanks(): number {
    const { length } = matchAt(BLANKS, this.text, this.at)?.[0] ?? '';
    this.#take(Math.min(length, Math.max(0, this.limit - this.at)));
    return this.at;
  }

  /** `$name…` in an expression. */
  #variable(): void {
    const start = this.at;
    if (this.text.charAt(start - 1) === '\\') throw this.#refusal(1, 'A backslash cannot stand in front of $ here.');
    this.at++;
    this.chain(start);
  }

  /** The names, calls and indexes of a variable, from its first name on; `start` is where it starts with its `$`. */
  chain(start: number): void {
    const { python } = this;
    if (this.#plain) python.startPlainName();
    else python.startVariable(start);
    const first = this.at;
    while (!this.isAtEnd) {
      const character = this.text.charAt(this.at);
      if (character === '.' && startsName(this.text.charAt(this.at + 1)) && this.at + 1 < this.limit) this.#dot();
      else if (!startsName(character)) break;
      else if (this.at > first) {
        python.mappedDots.add(this.at);
        python.insert('.', this.at);
      }
      this.#dottedName();
      if (this.at < this.limit && this.text.charAt(this.at) === '(') this.callArguments();
      else if (this.at < this.limit && this.text.charAt(this.at) === '[') this.expression({ enclosed: true });
    }
    this.#noteName(start, first);
    if (!this.#plain) python.endVariable();
  }

  /** The arguments of a call with their brackets; with `open`, up to the end of the bracket that is open already. */
  callArguments(open: Bracket[] = []): void {
    this.#enter();
    if (open.length === 0) {
      open.push({ bracket: '(', at: this.at });
      this.#take(1);
    }
    for (;;) {
      const bracket = open.at(-1);
      if (!bracket) break;
      if (this.isAtEnd) throw this.#unclosed(bracket);
      const character = this.text.charAt(this.at);
      if (')]}'.includes(character)) this.#close(open, character);
      else if ('\r\n'.includes(character)) this.#take(1);
      else if (character in CLOSING) this.expression({ enclosed: true });
      else this.#piece(undefined);
    }
    this.#depth--;
  }

  #enter(): void {
    if (++this.#depth > MAX_DEPTH)
      throw this.#refusal(1, 'This expression nests too deeply to be understood.', 'cheetah.unsupported');
  }

  /** Blanks, a variable or a token. `depth` is given where words and calls behind words count, as Cheetah has it. */
  #piece(depth: number | undefined): void {
    const character = this.text.charAt(this.at);
    if (' \t\f'.includes(character)) this.blanks();
    else if (character === '$') {
      if (startsName(this.text.charAt(this.at + 1))) this.#variable();
      else throw this.#invalidVariable();
    } else this.#token(depth);
  }

  #token(depth: number | undefined): void {
    const { at, python } = this;
    const token = this.#tokenHere();
    const start = python.text.length;
    this.#take(token.length);
    if (token === 'c' && !this.isAtEnd && `'"`.includes(this.text.charAt(this.at))) this.#cheetahString(at);
    if (/[\\\n]$/.test(token)) this.#continuedString(at, token);
    if (depth === undefined || !startsName(token)) return;
    python.words.push({ text: token, start, end: python.text.length, depth });
    if (token === 'for') {
      const outer = python.words.length;
      this.expression({ until: ['in'], plain: true });
      // What stands between `for` and `in` is one piece for Cheetah.
      python.words.length = outer;
      return;
    }
    this.blanks();
    if (!this.isAtEnd && this.text.charAt(this.at) === '(') {
      const outer = python.words.length;
      this.callArguments();
      python.words.length = outer;
    }
  }

  #tokenHere(): string {
    const found = pythonTokenAt(this.text, this.at, this.limit);
    if (!found) {
      const character = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
      const isQuote = character === "'" || character === '"';
      const message = isQuote
        ? 'The string that starts here has no end.'
        : `Python has no ${JSON.stringify(character)} in an expression.`;
      throw this.#refusal(character.length, message);
    }
    if (found.malformed || this.at + found.token.length > this.limit) {
      const span = { start: this.at, end: this.at + found.token.length };
      throw new Refusal(span, 'The string that starts here has no end.', 'cheetah.syntax', this.limit);
    }
    return found.token;
  }

  /** `c'…'`, a string with placeholders in it. */
  #cheetahString(start: number): void {
    const token = this.#tokenHere();
    this.#take(token.length);
    const message = "Strings with placeholders in them, c'…', are not understood, so the file cannot be rendered.";
    this.python.faults.push({ code: 'cheetah.unsupported', span: { start, end: this.at }, message });
  }

  /** A string whose line ends with a backslash: Cheetah reads the next line as code. */
  #continuedString(start: number, token: string): void {
    if (token.length <= 2 || token.startsWith('#')) return;
    const message = 'A string that goes on in the next line is not understood, so the file cannot be rendered.';
    this.python.faults.push({ code: 'cheetah.unsupported', span: { start, end: start + token.length }, message });
  }

  #dot(): void {
    this.python.mappedDots.add(this.at);
    this.#take(1);
  }

  #dottedName(): void {
    const name = matchAt(DOTTED_NAME, this.text, this.at)?.[0] ?? '';
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
      this.python.mappedDots.add(this.at + dot);
    this.#take(name.length);
  }

  #noteName(start: number, first: number): void {
    const [name = ''] = /^\w+/.exec(this.text.slice(first, this.at)) ?? [];
    const nameSpan = { start: first, end: first + name.length };
    const span = { start, end: nameSpan.end };
    this.python.names.push({ kind: 'name', span, name, nameSpan, searched: true });
    if (!GETTEXT_NAMES.has(name)) return;
    const message = `Translations (${name}) are not understood, so the file cannot be rendered.`;
    this.python.faults.push({ code: 'cheetah.unsupported', span, message });
  }

  #isWordBefore(until: readonly string[], open: readonly Bracket[]): boolean {
    if (open.length > 0 || until.length === 0 || ' \t\f$'.includes(this.text.charAt(this.at))) return false;
    return until.includes(this.#tokenHere());
  }

  /** Whether an expression outside of brackets ends at the character. */
  #endsHere(character: string): boolean {
    return '\r\n'.includes(character) || (character === '#' && this.text.charAt(this.at - 1) !== '\\');
  }

  /** Leaves out a line end in brackets, or one behind a backslash, as Cheetah does. */
  #lineContinues(character: string): boolean {
    if ('\r\n'.includes(character)) {
      this.at++;
      return true;
    }
    if (character !== '\\' || this.at + 1 >= this.limit) return false;
    const lineEnd = matchAt(LINE_END, this.text, this.at + 1)?.[0];
    if (lineEnd === undefined) throw this.#refusal(1, 'Only a line end can follow a backslash here.');
    this.at += 1 + lineEnd.length;
    return true;
  }

  #close(open: Bracket[], character: string): void {
    const bracket = open.at(-1);
    if (!bracket) throw this.#refusal(1, `No bracket is open that this ${character} could close.`);
    const closing = CLOSING[bracket.bracket] ?? '';
    if (closing !== character)
      throw this.#refusal(1, `The ${bracket.bracket} before it is closed by ${closing}, not by ${character}.`);
    open.pop();
    if (open.length === 0 && this.#depth === 1) this.firstClose ??= this.at;
    this.#take(1);
  }

  #take(length: number): void {
    this.python.add(this.text.slice(this.at, this.at + length), this.at);
    this.at += length;
  }

  #unclosed({ bracket, at }: Bracket): Refusal {
    const message = `The bracket ${bracket} is never closed: write ${CLOSING[bracket] ?? ''}.`;
    return new Refusal({ start: at, end: at + 1 }, message, 'cheetah.syntax', this.at);
  }

  #invalidVariable(): Refusal {
    const start = matchAt(VARIABLE_START, this.text, this.at)?.[0];
    const message = start
      ? 'Within an expression a name is written $name, without brackets, ! and *.'
      : 'A $ stands in front of a name; as text, it stands in quotes.';
    return this.#refusal(Math.max(1, start?.length ?? 1), message);
  }

  #refusal(length: number, message: string, code?: Refusal['code']): Refusal {
    return new Refusal({ start: this.at, end: Math.min(this.at + length, this.text.length) }, message, code);
  }
}
