import type { Condition, Test } from '../conditions';
import { ValueSet } from '../valueSet';

/** What the conditions that were passed say of the values that they tested. Nothing in it ever changes. */
export type Assumptions = ReadonlyMap<string, { readonly values: ValueSet; readonly names: readonly string[] }>;

export const NO_ASSUMPTIONS: Assumptions = new Map();

/** So many values of one thing are told apart. */
const MOST_VALUES = 200;

/** So many things are tested at one place at most. */
const MOST_TESTED = 100;

/** Thrown where a file is too tangled to be followed. */
export class TooTangled extends Error {}

/** What is assumed where a test has this outcome too; `undefined` where it cannot have it. */
function assume(assumptions: Assumptions, { key, values, names }: Test, outcome: boolean): Assumptions | undefined {
  const known = assumptions.get(key)?.values ?? ValueSet.all;
  const left = known.intersect(outcome ? values : values.inverse());
  if (left.named.size > MOST_VALUES || assumptions.size > MOST_TESTED) throw new TooTangled();
  return left.isEmpty ? undefined : new Map(assumptions).set(key, { values: left, names });
}

/** All ways for a condition to have an outcome, each with what is assumed then. None where it cannot have it. */
export function waysTo(assumptions: Assumptions, condition: Condition, outcome: boolean): readonly Assumptions[] {
  switch (condition.kind) {
    case 'constant':
      return condition.value === outcome ? [assumptions] : [];
    case 'test': {
      const left = assume(assumptions, condition, outcome);
      return left ? [left] : [];
    }
    case 'not':
      return waysTo(assumptions, condition.operand, !outcome);
    case 'and':
    case 'or': {
      const left = assume(assumptions, condition.whole, outcome);
      return left ? waysOfMany(left, condition.operands, condition.kind === 'and', outcome) : [];
    }
  }
}

/** `all`: whether each operand has to hold, as for `and`. Python looks at the next operand only while the ones before it do not decide. */
function waysOfMany(
  assumptions: Assumptions,
  operands: readonly Condition[],
  all: boolean,
  outcome: boolean,
): readonly Assumptions[] {
  const decided: Assumptions[] = [];
  let undecided: readonly Assumptions[] = [assumptions];
  for (const operand of operands) {
    if (outcome !== all) decided.push(...undecided.flatMap((way) => waysTo(way, operand, outcome)));
    undecided = limited(undecided.flatMap((way) => waysTo(way, operand, all)));
  }
  return outcome === all ? undecided : limited(decided);
}

/** More ways than these are not told apart. */
export const MOST_WAYS = 8;

function limited(ways: readonly Assumptions[]): readonly Assumptions[] {
  const [first, ...others] = ways;
  return first && ways.length > MOST_WAYS ? [others.reduce(common, first)] : ways;
}

/** What both assume. */
export function common(one: Assumptions, other: Assumptions): Assumptions {
  const both = new Map<string, { values: ValueSet; names: readonly string[] }>();
  for (const [key, { values, names }] of one) {
    const union = other.get(key)?.values.union(values);
    if (union && !union.isAll) both.set(key, { values: union, names });
  }
  return both;
}

/** What is left of assumptions once some names may have other values. */
export function without(assumptions: Assumptions, names: ReadonlySet<string>): Assumptions {
  if (names.size === 0) return assumptions;
  return new Map([...assumptions].filter(([, { names: own }]) => !own.some((name) => names.has(name))));
}
