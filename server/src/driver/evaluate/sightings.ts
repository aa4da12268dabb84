import type { Call, Expression } from '../code/code';
import type { Atom, Value } from './values';

/** What was seen as code was evaluated: what each expression gave, and what each call called. */
export class Sightings {
  private readonly given = new Map<Expression, Set<Atom>>();
  private readonly calls = new Map<Call, Set<Atom>>();

  /** `before` is what was seen already, and counts as well. */
  constructor(private readonly before?: Sightings) {}

  gave(expression: Expression, value: Value): void {
    const given = this.given.get(expression) ?? new Set();
    this.given.set(expression, given);
    for (const atom of value) given.add(atom);
  }

  called(call: Call, atom: Atom): void {
    this.calls.set(call, (this.calls.get(call) ?? new Set()).add(atom));
  }

  has(expression: Expression): boolean {
    return this.given.has(expression) || this.before?.has(expression) === true;
  }

  /** All that an expression gave. */
  of(expression: Expression): readonly Atom[] {
    return [...(this.before?.of(expression) ?? []), ...(this.given.get(expression) ?? [])];
  }

  /** All that a call called. */
  callsOf(call: Call): readonly Atom[] {
    return [...(this.before?.callsOf(call) ?? []), ...(this.calls.get(call) ?? [])];
  }

  /** The expressions that gave one of the atoms. */
  giving(is: (atom: Atom) => boolean): Expression[] {
    const own = [...this.given].flatMap(([expression, atoms]) => ([...atoms].some(is) ? [expression] : []));
    return [...(this.before?.giving(is) ?? []), ...own];
  }
}
