import type { Call, Expression, Text } from '../code/code';
import type { Atom, Dictionary, List, Value } from './values';

/** How many sightings wait at most until they are put in order: a loop gives the same again and again. */
const MAX_WAITING = 4096;

/**
 * What was seen as code was evaluated: what each expression gave, and what each call called. It is noted down as it comes, and put in order
 * when somebody asks for it: renaming does, but most drivers are read again before that.
 */
export class Sightings {
  private readonly waiting: (readonly [Expression, Value])[] = [];
  private readonly given = new Map<Expression, Set<Atom>>();
  private readonly givers = new Map<Atom, Set<Expression>>();
  private readonly calls = new Map<Call, Set<Atom>>();

  /** `before` is what was seen already, and counts as well. */
  constructor(private readonly before?: Sightings) {}

  gave(expression: Expression, value: Value): void {
    this.waiting.push([expression, value]);
    if (this.waiting.length === MAX_WAITING) this.putInOrder();
  }

  called(call: Call, atom: Atom): void {
    this.calls.set(call, (this.calls.get(call) ?? new Set()).add(atom));
  }

  has(expression: Expression): boolean {
    this.putInOrder();
    return this.given.has(expression) || this.before?.has(expression) === true;
  }

  /** All that an expression gave. */
  of(expression: Expression): readonly Atom[] {
    this.putInOrder();
    return [...(this.before?.of(expression) ?? []), ...(this.given.get(expression) ?? [])];
  }

  /** All that a call called. */
  callsOf(call: Call): readonly Atom[] {
    return [...(this.before?.callsOf(call) ?? []), ...(this.calls.get(call) ?? [])];
  }

  /** The expressions that gave a text, a dictionary or a list. */
  giversOf(atom: Text | Dictionary | List): readonly Expression[] {
    this.putInOrder();
    return [...(this.before?.giversOf(atom) ?? []), ...(this.givers.get(atom) ?? [])];
  }

  private putInOrder(): void {
    for (const [expression, value] of this.waiting) {
      const given = this.given.get(expression) ?? new Set();
      this.given.set(expression, given);
      for (const atom of value) {
        given.add(atom);
        this.addGiver(atom, expression);
      }
    }
    this.waiting.length = 0;
  }

  private addGiver(atom: Atom, expression: Expression): void {
    if (atom.kind !== 'text' && atom.kind !== 'dictionary' && atom.kind !== 'list') return;
    this.givers.set(atom, (this.givers.get(atom) ?? new Set()).add(expression));
  }
}
