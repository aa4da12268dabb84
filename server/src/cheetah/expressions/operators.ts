import type { Syntax } from '../../text/syntaxTree';
import type { ArithmeticOperator, ComparisonOperator, Expression } from '../expression';
import { booleanOf, isNot } from './booleans';
import type { Reader } from './reader';

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not']);
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '//', '%', '**']);

const isComparison = (text: string): text is ComparisonOperator => COMPARISONS.has(text);
const isArithmetic = (text: string): text is ArithmeticOperator => ARITHMETIC.has(text);

/** `left operator right` */
export function binaryOf(reader: Reader, node: Syntax): Expression {
  const [left] = node.children;
  const right = node.children.at(-1);
  if (!left || !right) return reader.unsupported(node);
  const operator = operatorOf(reader, node);
  if (operator === 'and' || operator === 'or') return booleanOf(reader, node);
  // Python takes `not` here only in brackets; the grammar takes it without.
  if (isNot(reader, right)) return reader.invalid(right, 'Behind an operator, not (…) stands in brackets.');
  if (isComparison(operator)) return comparisonOf(reader, node, { left, operator, right });
  if (isArithmetic(operator)) {
    const span = reader.span(node);
    return { kind: 'arithmetic', span, operator, left: reader.read(left), right: reader.read(right) };
  }
  return operator === '<>'
    ? reader.invalid(node, 'Python writes != for <>.')
    : reader.unsupported(node, `The operators ${operator} and the like`);
}

/** What stands between the operands: `not in` and `is not` are two words. */
function operatorOf(reader: Reader, { children }: Syntax): string {
  return children
    .slice(1, -1)
    .map((part) => reader.text(part))
    .join(' ');
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

/** `not operand`, `-operand`, `+operand` */
export function unaryOf(reader: Reader, node: Syntax): Expression {
  const [sign, operand] = node.children;
  const operator = sign && reader.text(sign);
  if (operator === 'not') return booleanOf(reader, node);
  if (operator === '-' || operator === '+')
    return { kind: 'sign', span: reader.span(node), operator, operand: reader.read(operand) };
  return reader.unsupported(node, 'Operators on bits');
}

/** `value if condition else other` */
export function conditionalOf(reader: Reader, node: Syntax): Expression {
  const [value, , condition, , other] = node.children;
  return {
    kind: 'conditional',
    span: reader.span(node),
    condition: reader.read(condition),
    value: reader.read(value),
    other: reader.read(other),
  };
}
