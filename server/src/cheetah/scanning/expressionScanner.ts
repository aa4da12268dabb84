import { startsName } from '../characters';
import { type Bracket, closes, opens, takeClosing, takeOpening, unclosed } from './brackets';
import { Cursor } from './cursor';
import { noteName, noVariable, takeDot, takeDottedName } from './names';
import { takeToken, tokenAt } from './tokens';

/** How deep calls and indexes nest at most: deeper ones are not understood. */
const MAX_DEPTH = 60;

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
export class ExpressionScanner extends Cursor {
  /** Where the first one of the brackets is closed that are open from the start. */
  firstClose: number | undefined;
  #depth = 0;
  #plain = false;

  /** An expression up to the end of its line, a `#`, or what the options say. */
  expression(options: ExpressionOptions = {}): void {
    const { open = [] } = options;
    const wasPlain = this.#plain;
    this.#plain ||= options.plain === true;
    this.#enter();
    while (!this.#isOver(open, options)) this.#part(open);
    this.#depth--;
    this.#plain = wasPlain;
  }

  /** The names, calls and indexes of a variable, from its first name on; `start` is where it starts with its `$`. */
  chain(start: number): void {
    if (this.#plain) this.python.startPlainName();
    else this.python.startVariable(start);
    const first = this.at;
    while (this.#takeJoint(first)) {
      takeDottedName(this);
      if (this.character === '(') this.callArguments();
      else if (this.character === '[') this.expression({ enclosed: true });
    }
    noteName(this, start, first);
    if (!this.#plain) this.python.endVariable();
  }

  /** The arguments of a call with their brackets; with `open`, up to the end of the bracket that is open already. */
  callArguments(open: Bracket[] = []): void {
    this.#enter();
    if (open.length === 0) takeOpening(this, open);
    for (let bracket = open.at(-1); bracket; bracket = open.at(-1)) {
      if (this.isAtEnd) throw unclosed(this, bracket);
      const { character } = this;
      if (closes(character)) this.#close(open);
      else if (character === '\r' || character === '\n') this.take(1);
      else if (opens(character)) this.expression({ enclosed: true });
      else this.#piece();
    }
    this.#depth--;
  }

  #enter(): void {
    if (++this.#depth > MAX_DEPTH)
      throw this.refusal(1, 'This expression nests too deeply to be understood.', 'cheetah.unsupported');
  }

  #isOver(open: readonly Bracket[], { enclosed, until = [] }: ExpressionOptions): boolean {
    const bracket = open.at(-1);
    if (bracket && this.isAtEnd) throw unclosed(this, bracket);
    const { character } = this;
    if (bracket || opens(character)) return false;
    if (this.isAtEnd || enclosed) return true;
    return !closes(character) && (this.#isLineOver(character) || this.#isBefore(until));
  }

  #isLineOver(character: string): boolean {
    return '\r\n'.includes(character) || (character === '#' && this.text.charAt(this.at - 1) !== '\\');
  }

  #isBefore(tokens: readonly string[]): boolean {
    return tokens.length > 0 && !' \t\f$\\'.includes(this.character) && tokens.includes(tokenAt(this));
  }

  #part(open: Bracket[]): void {
    if (opens(this.character)) takeOpening(this, open);
    else if (closes(this.character)) this.#close(open);
    else if (!this.leaveOutLineEnd()) this.#piece(open.length);
  }

  #close(open: Bracket[]): void {
    const { at } = this;
    takeClosing(this, open);
    if (open.length === 0 && this.#depth === 1) this.firstClose ??= at;
  }

  /** Blanks, a variable or a token. `depth` is given where words and calls behind words count, as Cheetah has it. */
  #piece(depth?: number): void {
    const { character } = this;
    if (' \t\f'.includes(character)) this.blanks();
    else if (character === '$') this.#variable();
    else if (depth === undefined) takeToken(this);
    else this.#tokenOrCall(depth);
  }

  /** `$name…` in an expression. */
  #variable(): void {
    if (!startsName(this.text.charAt(this.at + 1))) throw noVariable(this);
    const start = this.at;
    if (this.text.charAt(start - 1) === '\\') throw this.refusal(1, 'A backslash cannot stand in front of $ here.');
    this.at++;
    this.chain(start);
  }

  /** Takes what joins the next name with what stands in front of it: a dot, which Cheetah itself adds behind a call. Tells whether there is a name. */
  #takeJoint(first: number): boolean {
    const { character, at } = this;
    if (character === '.' && at + 1 < this.limit && startsName(this.text.charAt(at + 1))) takeDot(this);
    else if (!startsName(character)) return false;
    else if (at > first) {
      this.python.mappedDots.add(at);
      this.python.insert('.', at);
    }
    return true;
  }

  #tokenOrCall(depth: number): void {
    const { words, text } = this.python;
    const token = takeToken(this);
    if (!startsName(token)) return;
    words.push({ text: token, start: text.length, end: this.python.text.length, depth });
    const outer = words.length;
    // What stands between `for` and `in` is one piece for Cheetah, and so are the arguments of a call.
    if (token === 'for') this.expression({ until: ['in'], plain: true });
    else this.#callBehindWord();
    words.length = outer;
  }

  #callBehindWord(): void {
    this.blanks();
    if (this.character === '(') this.callArguments();
  }
}
