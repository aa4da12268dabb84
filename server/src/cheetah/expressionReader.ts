import { parser } from '@lezer/python';
import type { Span } from '../text/span';
import { parseSyntax, type Syntax } from '../text/syntaxTree';
import type {
  ArithmeticOperator,
  ComparisonOperator,
  Expression,
  NameExpression,
  OpaqueExpression,
} from './expression';
import { type LiteralReading, readNumber, readString } from './literals';
import { type Fault, MARK, type PythonSource } from './pythonSource';
import { PYTHON_KEYWORDS } from './pythonTokens';

/** An expression, and what is wrong with it or not understood in it. */
export interface ReadExpression {
  readonly expression: Expression;
  readonly faults: readonly Fault[];
}

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

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not']);
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '//', '%', '**']);

const isComparison = (text: string): text is ComparisonOperator => COMPARISONS.has(text);
const isArithmetic = (text: string): text is ArithmeticOperator => ARITHMETIC.has(text);

/** Reads the Python of an expression; `tuple` says whether it may be items with commas, without brackets. Every text gives an expression. */
export function readExpression(python: PythonSource, { tuple = true } = {}): ReadExpression {
  const opaque = (faults: readonly Fault[]): ReadExpression => ({ expression: opaqueOf(python, python.span), faults });
  if (python.faults.length > 0) return opaque(python.faults);
  if (/^\s*(#|$)/.test(python.text)) {
    const span = { start: python.inFile(0), end: python.end };
    return opaque([{ code: 'cheetah.syntax', span, message: 'An expression is missing here.' }]);
  }
  // In brackets it may be of more than one line; the line end keeps a comment from taking in the closing one.
  const { root, firstError } = parseSyntax(parser, `(${python.text}\n)`, new Set(['Comment']));
  if (firstError) return opaque([errorAt(python, firstError)]);
  const reader = new Reader(python);
  const whole = root.child('ExpressionStatement')?.children[0];
  if (whole?.name === 'TupleExpression' && !tuple) {
    return opaque([
      { code: 'cheetah.syntax', span: python.span, message: 'One expression stands here, without commas.' },
    ]);
  }
  const expression = reader.read(whole);
  return { expression, faults: reader.faults };
}

/** An expression of which only the names are known. */
export function opaqueOf(python: PythonSource, span: Span): OpaqueExpression {
  const names = python.names.filter((name) => span.start <= name.span.start && name.span.end <= span.end);
  return { kind: 'opaque', span, names };
}

/** Where Python stops to understand; the whole where that is behind its end. */
function errorAt(python: PythonSource, { start, end }: Span): Fault {
  if (start === 0) {
    // The grammar gave up on the whole; Python may not.
    const message = 'This expression is too long to be understood.';
    return { code: 'cheetah.unsupported', span: python.span, message };
  }
  const span = python.spanInFile({ start: start - 1, end: Math.max(start, end) - 1 });
  const isShown = span.end > span.start && start - 1 < python.text.trimEnd().length;
  // What ends a statement lets Python go on: it is no fault of the syntax.
  const code = /;|(?<![=!<>])=(?!=)/.test(python.text) ? 'cheetah.unsupported' : 'cheetah.syntax';
  const message =
    code === 'cheetah.syntax'
      ? 'This is no expression of Python.'
      : 'Statements and assignments within an expression are not understood, so the file cannot be rendered.';
  return { code, span: isShown ? span : python.span, message };
}

type Read = (reader: Reader, node: Syntax) => Expression;

/** Turns Python's syntax tree into an expression. */
class Reader {
  readonly faults: Fault[] = [];
  #depth = 0;

  constructor(private readonly python: PythonSource) {}

  read(node: Syntax | undefined): Expression {
    const read = node && READERS.get(node.name);
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

  /** The tree counts one character more, for the bracket in front. */
  span(node: Span): Span {
    const isWhole = node.start === 0;
    return isWhole ? this.python.span : this.python.spanInFile({ start: node.start - 1, end: node.end - 1 });
  }

  text(node: Span): string {
    return this.python.text.slice(node.start - 1, node.end - 1);
  }

  /** Whether Cheetah looks for the name behind a dot. */
  isMapped(dot: Syntax): boolean {
    return this.python.mappedDots.has(this.python.inFile(dot.start - 1));
  }

  literal(node: Syntax, reading: LiteralReading): Expression {
    if ('invalid' in reading) return this.invalid(node, reading.invalid);
    if ('unknown' in reading) return this.unsupported(node, reading.unknown);
    const span = this.span(node);
    const inner = reading.inner && {
      innerSpan: this.span({ start: node.start + reading.inner.start, end: node.start + reading.inner.end }),
    };
    return { kind: 'literal', span, value: reading.value, ...inner };
  }
}

const READERS = new Map<string, Read>([
  ['VariableName', nameOf],
  ['String', (reader, node) => reader.literal(node, readString(reader.text(node)))],
  ['ContinuedString', continuedStringOf],
  ['Number', (reader, node) => reader.literal(node, readNumber(reader.text(node)))],
  ['Boolean', (reader, node) => reader.literal(node, { value: reader.text(node) === 'True' })],
  ['None', (reader, node) => reader.literal(node, { value: null })],
  ['ParenthesizedExpression', parenthesizedOf],
  ['TupleExpression', (reader, node) => sequenceOf(reader, node, 'tuple')],
  ['ArrayExpression', (reader, node) => sequenceOf(reader, node, 'list')],
  ['DictionaryExpression', dictionaryOf],
  ['MemberExpression', memberOf],
  ['CallExpression', callOf],
  ['BinaryExpression', binaryOf],
  ['UnaryExpression', unaryOf],
  ['ConditionalExpression', conditionalOf],
]);

function nameOf(reader: Reader, node: Syntax): Expression {
  const text = reader.text(node);
  const span = reader.span(node);
  const searched = text.startsWith(MARK);
  const name = searched ? text.slice(1) : text;
  if (!searched && PYTHON_KEYWORDS.has(name)) return reader.invalid(node, `${name} is a word of Python, and no name.`);
  if (!/^[A-Za-z_]\w*$/.test(name)) return reader.unsupported(node, 'Names with other letters than A to Z');
  return { kind: 'name', span, name, nameSpan: { start: span.end - name.length, end: span.end }, searched };
}

function continuedStringOf(reader: Reader, node: Syntax): Expression {
  let value = '';
  for (const piece of node.children) {
    const literal = reader.read(piece);
    if (literal.kind !== 'literal' || typeof literal.value !== 'string') return literal;
    value += literal.value;
  }
  return { kind: 'literal', span: reader.span(node), value };
}

/** `(expression)`: its value stands for it. A variable in brackets is no part of a longer one. */
function parenthesizedOf(reader: Reader, node: Syntax): Expression {
  const [, inner, ...rest] = node.children;
  return rest.length > 1 || inner?.name === '*' ? reader.unsupported(node) : reader.read(inner);
}

/** What stands between the brackets of a node, without the commas; nothing where something else separates it. */
function itemsOf(node: Syntax): readonly Syntax[] | undefined {
  const inside = node.children.slice(1, -1);
  const items = inside.filter((_, index) => index % 2 === 0);
  return inside.every(({ name }, index) => index % 2 === 0 || name === ',') ? items : undefined;
}

function sequenceOf(reader: Reader, node: Syntax, kind: 'list' | 'tuple'): Expression {
  const items = itemsOf(node);
  if (!items) return reader.unsupported(node);
  return { kind, span: reader.span(node), items: items.map((item) => reader.read(item)) };
}

function dictionaryOf(reader: Reader, node: Syntax): Expression {
  const inside = node.children.slice(1, -1);
  const isRegular = inside.every(({ name }, index) => index % 2 === 0 || name === (index % 4 === 1 ? ':' : ','));
  if (!isRegular) return reader.unsupported(node);
  const parts = inside.filter((_, index) => index % 2 === 0).map((part) => reader.read(part));
  const entries = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [key, value] = parts.slice(index, index + 2);
    if (key && value) entries.push({ key, value });
  }
  return { kind: 'dictionary', span: reader.span(node), entries };
}

/** `object.name`, `object[index]` */
function memberOf(reader: Reader, node: Syntax): Expression {
  const [target, mark, part, ...rest] = node.children;
  const object = reader.read(target);
  const span = reader.span(node);
  if (mark?.name === '[') {
    if (rest.length !== 1 || !part || part.name === ':' || part.name === '*') return reader.unsupported(node, 'Slices');
    return { kind: 'subscript', span, object, index: reader.read(part) };
  }
  if (!mark || part?.name !== 'PropertyName') return reader.unsupported(node);
  if (!reader.isMapped(mark) && !isPlainName(object)) return reader.unsupported(node, "Attributes of Python's values");
  const name = reader.text(part);
  if (!/^[A-Za-z_]\w*$/.test(name)) return reader.unsupported(node, 'Names with other letters than A to Z');
  return { kind: 'member', span, object, name, nameSpan: reader.span(part) };
}

/** Whether an expression is a name without `$`, or an attribute of one: Python looks for each part of it. */
function isPlainName(expression: Expression): boolean {
  if (expression.kind === 'member') return isPlainName(expression.object);
  return expression.kind === 'name' && !expression.searched;
}

function callOf(reader: Reader, node: Syntax): Expression {
  const [callee, list] = node.children;
  const items = list && itemsOf(list);
  if (!items) return reader.unsupported(node, 'Arguments with names or stars, and comprehensions,');
  return {
    kind: 'call',
    span: reader.span(node),
    callee: reader.read(callee),
    arguments: items.map((item) => reader.read(item)),
  };
}

function binaryOf(reader: Reader, node: Syntax): Expression {
  const { children } = node;
  const operator = children
    .slice(1, -1)
    .map((part) => reader.text(part))
    .join(' ');
  const left = children[0];
  const right = children.at(-1);
  const span = reader.span(node);
  if (!left || !right) return reader.unsupported(node);
  if (operator === 'and' || operator === 'or') {
    return booleanOf(reader, node);
  }
  // Python takes `not` here only in brackets; the grammar takes it without.
  if (isNot(right, reader)) return reader.invalid(right, 'Behind an operator, not (…) stands in brackets.');
  if (isComparison(operator)) return comparisonOf(reader, node, { left, operator, right });
  if (isArithmetic(operator)) {
    return { kind: 'arithmetic', span, operator, left: reader.read(left), right: reader.read(right) };
  }
  return operator === '<>'
    ? reader.invalid(node, 'Python writes != for <>.')
    : reader.unsupported(node, `The operators ${operator} and the like`);
}

/**
 * `not a or b and c`. The grammar takes all that follows `not` for its operand; in Python `not` binds closer than `and`, and that
 * closer than `or`. So only the order in which the operands stand is taken from the grammar.
 */
function booleanOf(reader: Reader, node: Syntax): Expression {
  const alternatives: Expression[][] = [[]];
  let negations: Syntax[] = [];
  for (const part of booleanParts(reader, node)) {
    if (part === 'or') alternatives.push([]);
    else if (part === 'and') continue;
    else if (isNot(part, reader)) negations.push(part);
    else {
      alternatives.at(-1)?.push(negated(reader, negations, reader.read(part)));
      negations = [];
    }
  }
  return joined(
    'or',
    alternatives.map((operands) => joined('and', operands)),
  );
}

/** The operands of a boolean expression in their order, with the operators between them and each `not` in front of its operand. */
function* booleanParts(reader: Reader, node: Syntax): Generator<Syntax | 'and' | 'or'> {
  const left: (Syntax | 'and' | 'or')[] = [node];
  for (let part = left.pop(); part; part = left.pop()) {
    yield* typeof part === 'string' || !isBoolean(part, reader) ? [part] : [];
    if (typeof part === 'string') continue;
    const [first, operator, last] = part.children;
    if (isNot(part, reader) && operator) left.push(operator);
    else if (isBoolean(part, reader) && first && operator && last)
      left.push(last, reader.text(operator) === 'and' ? 'and' : 'or', first);
  }
}

function isBoolean({ name, children }: Syntax, reader: Reader): boolean {
  const [, operator] = children;
  return (
    name === 'BinaryExpression' && children.length === 3 && !!operator && /^(?:and|or)$/.test(reader.text(operator))
  );
}

function negated(reader: Reader, negations: readonly Syntax[], operand: Expression): Expression {
  return negations.reduceRight<Expression>(
    (inner, negation) => ({
      kind: 'not',
      span: { start: reader.span(negation).start, end: inner.span.end },
      operand: inner,
    }),
    operand,
  );
}

/** The operands joined by an operator; a single one by itself. */
function joined(kind: 'and' | 'or', operands: readonly Expression[]): Expression {
  const [first] = operands;
  const last = operands.at(-1);
  if (!first || !last) throw new Error('A boolean expression has operands.');
  return operands.length === 1 ? first : { kind, span: { start: first.span.start, end: last.span.end }, operands };
}

function isNot(node: Syntax, reader: Reader): boolean {
  const [operator] = node.children;
  return node.name === 'UnaryExpression' && operator !== undefined && reader.text(operator) === 'not';
}

interface Comparison {
  readonly left: Syntax;
  readonly operator: ComparisonOperator;
  readonly right: Syntax;
}

/** `a < b <= c` is a comparison whose left side is one; in brackets that would be another node. */
function comparisonOf(reader: Reader, node: Syntax, { left, operator, right }: Comparison): Expression {
  const before = reader.read(left);
  const last = { operator, operand: reader.read(right) };
  const span = reader.span(node);
  if (left.name === 'BinaryExpression' && before.kind === 'comparison') {
    return { kind: 'comparison', span, first: before.first, rest: [...before.rest, last] };
  }
  return { kind: 'comparison', span, first: before, rest: [last] };
}

function unaryOf(reader: Reader, node: Syntax): Expression {
  const [sign, value] = node.children;
  const operator = sign && reader.text(sign);
  const span = reader.span(node);
  if (operator === 'not') return booleanOf(reader, node);
  if (operator === '-' || operator === '+') return { kind: 'sign', span, operator, operand: reader.read(value) };
  return reader.unsupported(node, 'Operators on bits');
}

function conditionalOf(reader: Reader, node: Syntax): Expression {
  const [value, , condition, , other] = node.children;
  return {
    kind: 'conditional',
    span: reader.span(node),
    condition: reader.read(condition),
    value: reader.read(value),
    other: reader.read(other),
  };
}

/** The plain names that a text of targets assigns to; nothing where it is anything but names. */
export function readTargets(python: PythonSource): readonly NameExpression[] | undefined {
  const { expression, faults } = readExpression(python);
  if (faults.length > 0) return undefined;
  const items = expression.kind === 'tuple' && expression.items.length > 1 ? expression.items : [expression];
  const names = items.flatMap((item) => (item.kind === 'name' ? [item] : []));
  return names.length === items.length ? names : undefined;
}
