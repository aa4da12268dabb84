import type { Expression } from '../cheetah/expression';
import type { Branch, ConditionNode, LoopNode, Node } from '../cheetah/syntax';
import { conditionOf, isVifTypeTest, type Condition } from './conditions';
import { askingOf } from './expressions';
import { assignedBy, withNested } from './nodes';
import { ValueSet } from './valueSet';

/** What the names mean at a place of a file. */
export interface Scope {
  /** The variables of the loops around it. */
  readonly loopVariables: ReadonlySet<string>;
  /** Those of them that are one of the `nics`: a network dictionary. */
  readonly nics: ReadonlySet<string>;
}

/** A node that is no condition, as a walk comes past it. */
export interface NodePlace {
  readonly kind: 'node';
  readonly node: Exclude<Node, ConditionNode>;
  readonly scope: Scope;
  /** The VIF types, in their written form, with which it is reached. */
  readonly reach: ValueSet;
}

/** A branch, as a walk comes past it. */
export interface BranchPlace {
  readonly kind: 'branch';
  readonly branch: Branch;
  readonly chain: ConditionNode;
  readonly scope: Scope;
  /** The VIF types with which its condition is looked at, and those with which it may be taken. */
  readonly reach: ValueSet;
  readonly taken: ValueSet;
}

export type Place = NodePlace | BranchPlace;

/** Directives that nest deeper are not looked into. */
const MOST_DEPTH = 200;
/** So many VIF types are told apart. */
export const MOST_VIF_TYPES = 200;

export const NO_SCOPE: Scope = { loopVariables: new Set(), nics: new Set() };

/** The VIF types with which a condition may have an outcome. */
function mayBe(condition: Condition, outcome: boolean): ValueSet {
  switch (condition.kind) {
    case 'constant':
      return condition.value === outcome ? ValueSet.all : ValueSet.none;
    case 'test':
      if (!isVifTypeTest(condition)) return ValueSet.all;
      return outcome ? condition.values : condition.values.inverse();
    case 'not':
      return mayBe(condition.operand, !outcome);
    case 'and':
    case 'or': {
      const sets = condition.operands.map((operand) => mayBe(operand, outcome));
      return (condition.kind === 'and') === outcome
        ? sets.reduce((one, other) => one.intersect(other), ValueSet.all)
        : sets.reduce((one, other) => one.union(other), ValueSet.none);
    }
  }
}

/** Goes over a file in its order, and says of each node with which VIF types it is reached. */
class Walk {
  constructor(
    /** Whether the VIF type is what nova.conf selects all through the file. */
    private readonly knowsVifType: boolean,
  ) {}

  *body(nodes: readonly Node[], scope: Scope, reach: ValueSet, depth: number): Generator<Place> {
    if (depth > MOST_DEPTH) return;
    for (const node of nodes) {
      if (node.kind === 'condition') yield* this.#condition(node, scope, reach, depth);
      else {
        yield { kind: 'node', node, scope, reach };
        if (node.kind === 'loop') yield* this.body(node.body, scopeIn(node, scope), reach, depth + 1);
      }
    }
  }

  *#condition(chain: ConditionNode, scope: Scope, reach: ValueSet, depth: number): Generator<Place> {
    let waiting = reach;
    for (const branch of chain.branches) {
      const taken = waiting.intersect(this.#taken(branch, true));
      yield { kind: 'branch', branch, chain, scope, reach: waiting, taken };
      yield* this.body(branch.body, scope, taken, depth + 1);
      if (waiting.named.size < MOST_VIF_TYPES) waiting = waiting.intersect(this.#taken(branch, false));
    }
  }

  #taken({ condition, negated }: Branch, outcome: boolean): ValueSet {
    if (!condition) return outcome ? ValueSet.all : ValueSet.none;
    return this.knowsVifType ? mayBe(conditionOf(condition), outcome !== (negated === true)) : ValueSet.all;
  }
}

/** Whether an expression stands for the list of network dictionaries. */
export function isNics(expression: Expression): boolean {
  if (expression.kind === 'name') return expression.name === 'nics';
  return askingOf(expression)?.name.value === 'nics';
}

/** What the names mean inside of a loop. */
export function scopeIn({ variables, items, body }: LoopNode, { loopVariables, nics }: Scope): Scope {
  const own = variables.map(({ name }) => name);
  const assigned = new Set([...withNested(body)].flatMap((node) => (node.kind === 'set' ? assignedBy(node) : [])));
  const others = [...nics].filter((name) => !own.includes(name));
  const overNics = isNics(items) && own.length === 1 ? own.filter((name) => !assigned.has(name)) : [];
  return { loopVariables: new Set([...loopVariables, ...own]), nics: new Set([...others, ...overNics]) };
}

/** All nodes and branches of a file in the order of the text, each with what is known where it stands. */
export function walk(nodes: readonly Node[]): Iterable<Place> {
  const assigned = [...withNested(nodes)].flatMap(assignedBy);
  return new Walk(!assigned.includes('vif_type')).body(nodes, NO_SCOPE, ValueSet.all, 0);
}

/** The expressions that are evaluated at a place. */
export function expressionsAt(place: Place): readonly Expression[] {
  if (place.kind === 'branch') return place.branch.condition ? [place.branch.condition] : [];
  const { node } = place;
  switch (node.kind) {
    case 'placeholder':
      return [node.expression];
    case 'ternary':
      return [node.condition, node.value, node.other];
    case 'loop':
      return [node.items];
    case 'set':
    case 'echo':
      return [node.value];
    default:
      return [];
  }
}
