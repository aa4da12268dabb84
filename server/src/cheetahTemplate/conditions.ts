import type { ComparisonExpression, ComparisonOperator, Expression, LiteralExpression } from '../cheetah/expression';
import { askingOf, namesIn, withParts } from './expressions';
import { ValueSet } from './valueSet';
import { writtenForm, writtenLiteral } from './writtenForm';

/** Whether a value lies in a set: what the conditions of a template come down to. */
export interface Test {
  readonly kind: 'test';
  /** What is tested, the same text for all that have the same value. */
  readonly key: string;
  readonly values: ValueSet;
  /** The names that the value hangs on. */
  readonly names: readonly string[];
  /** Whether testing again gives the same. A call of any function may not. */
  readonly isSteady: boolean;
}

/** A condition by what it tests. */
export type Condition =
  | Test
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly operand: Condition }
  | {
      readonly kind: 'and' | 'or';
      readonly operands: readonly Condition[];
      /** The whole of it as one test, for a condition that is written the same way elsewhere. */
      readonly whole: Test;
    };

/** The literals that Python takes for false, and what stands for any other such value: an empty list, say. */
const FALSY = ValueSet.of(['""', 'null', '0', 'empty']);

/** What `nova.conf` selects, be it asked for with a default. */
const VIF_TYPE = 'vif_type';

function valueKey(expression: Expression): string {
  return isVifType(expression) ? VIF_TYPE : writtenForm(expression);
}

/** Whether an expression stands for the VIF type: `$vif_type`, or `$getVar('vif_type', …)`. */
export function isVifType(expression: Expression): boolean {
  const asked = askingOf(expression);
  const asks = asked?.call.callee.kind === 'name' && asked.call.callee.name === 'getVar';
  return (expression.kind === 'name' && expression.name === VIF_TYPE) || (asks && asked.name.value === VIF_TYPE);
}

/** The test of the VIF type in a condition, by its key. */
export function isVifTypeTest({ key }: Test): boolean {
  return key === VIF_TYPE;
}

function test(expression: Expression, key: string, values: ValueSet): Test {
  const parts = [...withParts(expression)];
  const asked = parts.flatMap((part) => askingOf(part)?.name.value.split('.', 1) ?? []);
  const isSteady = parts.every(
    (part) => (part.kind !== 'call' || askingOf(part) !== undefined) && part.kind !== 'opaque',
  );
  return { kind: 'test', key, values, names: [...namesIn(expression).map(({ name }) => name), ...asked], isSteady };
}

function truthOf(expression: Expression): Condition {
  return test(expression, valueKey(expression), FALSY.inverse());
}

function isTrue({ value }: LiteralExpression): boolean {
  return !FALSY.has(writtenLiteral(value));
}

/** The literals of a list or tuple; `undefined` where it holds anything else. */
function literalsOf(expression: Expression): readonly LiteralExpression[] | undefined {
  if (expression.kind !== 'list' && expression.kind !== 'tuple') return undefined;
  const literals = expression.items.filter((item) => item.kind === 'literal');
  return literals.length === expression.items.length ? literals : undefined;
}

/** A literal that is compared, and what it is compared with. */
export interface LiteralComparison {
  readonly compared: Expression;
  readonly literals: readonly LiteralExpression[];
  /** Whether the comparison holds for what is none of the literals. */
  readonly negated: boolean;
}

/** `$x == 'a'`, `'a' != $x`, `$x in ('a', 'b')` and the like; `undefined` for any other comparison. */
export function literalComparison({ first, rest }: ComparisonExpression): LiteralComparison | undefined {
  const [only, another] = rest;
  if (!only || another) return undefined;
  const { operator, operand } = only;
  if (operator === 'in' || operator === 'not in') {
    const literals = literalsOf(operand);
    return literals && { compared: first, literals, negated: operator === 'not in' };
  }
  if (operator !== '==' && operator !== '!=') return undefined;
  const [compared, literal] = first.kind === 'literal' ? [operand, first] : [first, operand];
  if (literal.kind !== 'literal' || compared.kind === 'literal') return undefined;
  return { compared, literals: [literal], negated: operator === '!=' };
}

/** The operators that say the opposite of another one, or the same the other way round. */
const SAME_AS: Readonly<
  Partial<Record<ComparisonOperator, { readonly as: string; readonly swap?: true; readonly not?: true }>>
> = {
  '==': { as: '==' },
  '!=': { as: '==', not: true },
  '<': { as: '<' },
  '>=': { as: '<', not: true },
  '>': { as: '<', swap: true },
  '<=': { as: '<', swap: true, not: true },
  in: { as: 'in' },
  'not in': { as: 'in', not: true },
  is: { as: 'is' },
  'is not': { as: 'is', not: true },
};

function comparison(expression: ComparisonExpression): Condition {
  const literal = literalComparison(expression);
  if (literal) {
    const values = ValueSet.of(literal.literals.map(({ value }) => writtenLiteral(value)));
    return test(literal.compared, valueKey(literal.compared), literal.negated ? values.inverse() : values);
  }
  const [only, another] = expression.rest;
  const same = only && SAME_AS[only.operator];
  if (!same || another) return truthOf(expression);
  const [left, right] = [writtenForm(expression.first), writtenForm(only.operand)];
  const sides = same.as === '==' || same.as === 'is' ? [left, right].sort() : same.swap ? [right, left] : [left, right];
  const held = test(expression, sides.join(` ${same.as} `), FALSY.inverse());
  return same.not ? { kind: 'not', operand: held } : held;
}

/** Reads a condition by its Python meaning. What is not understood counts as a value of its own that is true or not. */
export function conditionOf(expression: Expression): Condition {
  switch (expression.kind) {
    case 'literal':
      return { kind: 'constant', value: isTrue(expression) };
    case 'not':
      return { kind: 'not', operand: conditionOf(expression.operand) };
    case 'and':
    case 'or':
      return {
        kind: expression.kind,
        operands: expression.operands.map(conditionOf),
        whole: test(expression, writtenForm(expression), FALSY.inverse()),
      };
    case 'comparison':
      return comparison(expression);
    default:
      return truthOf(expression);
  }
}

/** The tests that a condition consists of. */
export function testsIn(condition: Condition): readonly Test[] {
  switch (condition.kind) {
    case 'test':
      return [condition];
    case 'constant':
      return [];
    case 'not':
      return testsIn(condition.operand);
    case 'and':
    case 'or':
      return condition.operands.flatMap(testsIn);
  }
}
