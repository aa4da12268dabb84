import type { Span } from '../../text/span';
import type { Syntax } from '../../text/syntaxTree';
import type { Expression, OpaqueExpression } from '../expression';
import type { Fault, PythonSource } from '../pythonSource';
import { opaqueOf } from './opaque';

/** Reads a node of one kind. */
export type Read = (reader: Reader, node: Syntax) => Expression;

/** How deep expressions nest at most; Python itself stops at 200 brackets. */
const MAX_DEPTH = 90;

/** Constructs of Python that are not understood, by the name of their node. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  LambdaExpression: 'Functions (lambda)',
  FormatString: "Format strings, f'…',",
  SetExpression: 'Sets',
  ComprehensionExpression: 'Comprehensions',
  ArrayComprehensionExpression: 'Comprehensions',
  SetComprehensionExpression: 'Comprehensions',
  DictionaryComprehensionExpression: 'Comprehensions',
  NamedExpression: 'Assignments within an expression',
  AwaitExpression: 'await',
  YieldExpression: 'yield',
  Ellipsis: 'The ellipsis, ...,',
};

/** Turns Python's syntax tree into an expression. */
export class Reader {
  readonly faults: Fault[] = [];
  #depth = 0;

  /** `readers` read the nodes that are understood, by the names that the grammar gives them. */
  constructor(
    private readonly python: PythonSource,
    private readonly readers: ReadonlyMap<string, Read>,
  ) {}

  /** Every node gives an expression: one that is not understood is opaque, and noted as a fault. */
  read(node: Syntax | undefined): Expression {
    const read = node && this.readers.get(node.name);
    if (!node || !read || node.broken || this.#depth > MAX_DEPTH) return this.unsupported(node);
    this.#depth++;
    const expression = read(this, node);
    this.#depth--;
    return expression;
  }

  /** What is not understood. */
  unsupported(node: Syntax | undefined, what?: string): OpaqueExpression {
    const span = node ? this.span(node) : this.python.span;
    const subject = what ?? (node && UNSUPPORTED[node.name]) ?? 'Such expressions';
    const message = `${subject} are not understood: Cheetah runs them as Python, and rendering refuses the file.`;
    this.faults.push({ code: 'cheetah.unsupported', span, message });
    return opaqueOf(this.python, span);
  }

  /** What Python refuses. */
  invalid(node: Syntax, message: string): OpaqueExpression {
    const span = this.span(node);
    this.faults.push({ code: 'cheetah.syntax', span, message });
    return opaqueOf(this.python, span);
  }

  /** Where a node stands in the file. The tree counts one character more, for the bracket in front. */
  span(node: Span): Span {
    const isWhole = node.start === 0;
    return isWhole ? this.python.span : this.python.spanInFile({ start: node.start - 1, end: node.end - 1 });
  }

  /** The Python of a node. */
  text(node: Span): string {
    return this.python.text.slice(node.start - 1, node.end - 1);
  }

  /** Whether Cheetah looks for the name behind a dot. */
  isMapped(dot: Syntax): boolean {
    return this.python.mappedDots.has(this.python.inFile(dot.start - 1));
  }
}
