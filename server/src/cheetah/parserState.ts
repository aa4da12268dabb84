import { type Problem, problem, type ProblemCode, type ProblemDetail } from '../problems';
import type { Span } from '../text/span';
import { Blocks, Body } from './blocks';
import { blanksBack, blanksTo } from './characters';
import { type ExpressionOptions, ExpressionScanner } from './scanning/expressionScanner';
import { type GrowingText, PendingText } from './output';
import { type Fault, PythonSource } from './pythonSource';
import { Refusal } from './refusal';
import { SourceLines } from './sourceLines';
import type { Node } from './syntax';

/** How often the length of a text is looked through in vain at most, for the ends of brackets and strings that have none. */
const MAX_VAIN = 2;
/** How far an expression reaches at most after that: the file is broken anyway. */
const MAX_REACH = 500;

/** What was found of an expression. */
export interface Scanned {
  readonly python: PythonSource;
  /** Whether Cheetah refuses it. The problem is noted, and the reading goes on behind it. */
  readonly refused: boolean;
}

/** Where the parser is in a text, and what it has found so far. */
export class ParserState {
  at = 0;
  readonly lines: SourceLines;
  readonly blocks = new Blocks();
  readonly problems: Problem[] = [];
  /** What was opened in the line of a short form and not ended there: for Cheetah it is still open. */
  readonly leftOpen = new Set<string>();
  readonly #pending = new PendingText();
  /** Where the last `%>` stands; before the text where there is none. */
  readonly #lastPythonEnd: number;
  #vain = 0;

  constructor(
    readonly text: string,
    readonly uri: string,
  ) {
    this.lines = new SourceLines(text);
    this.#lastPythonEnd = text.lastIndexOf('%>');
  }

  /** Where what is read now ends: the text, or the line of a short form. */
  get limit(): number {
    return this.blocks.limit ?? this.text.length;
  }

  get isAtEnd(): boolean {
    return this.at >= this.limit;
  }

  get character(): string {
    return this.text.charAt(this.at);
  }

  newBody(): Body {
    return new Body();
  }

  /** Adds a node that is a statement of Cheetah's Python. */
  addCode(node: Node): void {
    this.commit();
    const { body } = this.blocks;
    body.addCode();
    body.takesElse = node.kind === 'placeholder' || node.kind === 'echo';
    body.add(node);
  }

  /** Adds text that will be put out, unless a directive takes away its end. */
  addText(text: GrowingText, node: Node = text): void {
    this.#pending.add(text);
    this.blocks.body.add(node);
  }

  /** Puts out the text that was read. */
  commit(): void {
    if (this.#pending.commit()) this.blocks.body.addCode();
  }

  /** Takes away the blanks in front of a directive. */
  dropLine(): void {
    this.#pending.dropLine(this.text);
  }

  report(code: ProblemCode, span: Span, message: string, detail?: ProblemDetail): void {
    this.problems.push(problem(code, span, message, detail));
  }

  reportFaults(faults: readonly Fault[]): void {
    for (const { code, span, message } of faults) this.report(code, span, message);
  }

  skipBlanks(max = Infinity): void {
    const end = Math.min(this.limit, this.at + max);
    while (this.at < end && ' \t\f'.includes(this.character)) this.at++;
  }

  /** Whether the rest of the line from an offset on is blank, or a comment. */
  isRestEmpty(from: number): boolean {
    const text = blanksTo(this.text, from);
    return text >= this.lines.endOf(from) || this.text.startsWith('##', text);
  }

  /** Where the first `%>` ends behind an offset. */
  pythonBlockEnd(from: number): number | undefined {
    if (from > this.#lastPythonEnd) return undefined;
    return this.text.indexOf('%>', from) + 2;
  }

  /** Scans from here on. Where Cheetah refuses, the reading goes on at `recover`; blanks in front of that belong to nothing. */
  scan(scan: (scanner: ExpressionScanner) => void, recover: () => number): Scanned {
    const start = this.at;
    const python = new PythonSource(start);
    const isHopeless = this.#vain > MAX_VAIN * this.text.length;
    const limit = isHopeless ? Math.min(this.limit, this.at + MAX_REACH) : this.limit;
    const scanner = new ExpressionScanner(this.text, this.at, limit, python);
    try {
      scan(scanner);
      this.at = scanner.at;
      return { python, refused: false };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#vain += Math.max(error.reach, scanner.at) - this.at;
      this.reportFaults([error]);
      this.at = recover();
      return { python: python.before(blanksBack(this.text, this.at, start)), refused: true };
    }
  }

  /** Scans the expression of a directive. Where Cheetah refuses, the reading goes on behind the line. */
  scanExpression(options?: ExpressionOptions): Scanned {
    const { at } = this;
    return this.scan(
      (scanner) => {
        scanner.expression(options);
      },
      () => Math.min(this.lines.endOf(at), this.limit),
    );
  }
}
