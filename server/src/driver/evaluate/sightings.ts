import type { Call, Expression, Text } from '../code/code';
import type { Atom, Dictionary, List, Value } from './values';

/** What was seen as code was evaluated: what each expression gave, and what each call called. */
export class Sightings {
  private readonly given = new Map<Expression, Set<Atom>>();
  private readonly givers = new Map<Atom, Set<Expression>>();
  private readonly calls = new Map<Call, Set<Atom>>();

  /** `before` is what was seen already, and counts as well. */
  constructor(private readonly before?: Sightings) {}

  gave(expression: Expression, value: Value): void {
    const given = this.given.get(expression) ?? new Set();
    this.given.set(expression, given);
    for (const atom of value) {
      given.add(atom);
      this.addGiver(atom, expression);
    }
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

  /** The expressions that gave a text, a dictionary or a list. */
  giversOf(atom: Text | Dictionary | List): readonly Expression[] {
    return [...(this.before?.giversOf(atom) ?? []), ...(this.givers.get(atom) ?? [])];
  }

  private addGiver(atom: Atom, expression: Expression): void {
    if (atom.kind !== 'text' && atom.kind !== 'dictionary' && atom.kind !== 'list') return;
    this.givers.set(atom, (this.givers.get(atom) ?? new Set()).add(expression));
  }
}
