import type { Syntax } from '../../text/syntaxTree';
import type { Expression } from '../expression';
import type { Reader } from './reader';

type Connective = 'and' | 'or';

/**
 * `not a or b and c`. The grammar takes all that follows `not` for its operand; in Python `not` binds closer than `and`, and that
 * closer than `or`. So only the order in which the operands stand is taken from the grammar.
 */
export function booleanOf(reader: Reader, node: Syntax): Expression {
  const alternatives: Expression[][] = [[]];
  let negations: Syntax[] = [];
  for (const part of booleanParts(reader, node)) {
    if (part === 'or') alternatives.push([]);
    else if (part === 'and') continue;
    else if (isNot(reader, part)) negations.push(part);
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

/** Whether a node is `not …`. */
export function isNot(reader: Reader, { name, children }: Syntax): boolean {
  const [operator] = children;
  return name === 'UnaryExpression' && operator !== undefined && reader.text(operator) === 'not';
}

/** The operands of a boolean expression in their order, with the operators between them and each `not` in front of its operand. */
function* booleanParts(reader: Reader, node: Syntax): Generator<Syntax | Connective> {
  const waiting: (Syntax | Connective)[] = [node];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const joining = typeof part === 'string' ? undefined : joiningOf(reader, part);
    if (joining) {
      const [left, operator, right] = joining;
      waiting.push(right, operator, left);
      continue;
    }
    yield part;
    const operand = typeof part !== 'string' && isNot(reader, part) ? part.children[1] : undefined;
    if (operand) waiting.push(operand);
  }
}

/** The parts of `left and right`, or of `left or right`; nothing of another node. */
function joiningOf(reader: Reader, { name, children }: Syntax): readonly [Syntax, Connective, Syntax] | undefined {
  const [left, operator, right] = children;
  if (name !== 'BinaryExpression' || children.length !== 3 || !left || !operator || !right) return undefined;
  const text = reader.text(operator);
  return text === 'and' || text === 'or' ? [left, text, right] : undefined;
}

/** An operand behind each `not` that stands in front of it. */
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
function joined(kind: Connective, operands: readonly Expression[]): Expression {
  const [first] = operands;
  const last = operands.at(-1);
  if (!first || !last) throw new Error('A boolean expression has operands.');
  return operands.length === 1 ? first : { kind, span: { start: first.span.start, end: last.span.end }, operands };
}
