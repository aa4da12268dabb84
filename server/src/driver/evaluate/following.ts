import type { Branch, Either, For, Loop, PresenceTest, Statement, Switch, Test, Try } from '../code/code';
import { contentOf, type Part, partsOf } from '../code/walk';
import type { Machine } from './machine';
import { assumeKey, elementsOf } from './memory';
import type { Path } from './path';
import { Scope } from './scope';
import { assignTo } from './targets';
import { certain, only, PLAIN_VALUE, type Value } from './values';

/** Ends what runs along a path, up to the next `try`. */
class Raised extends Error {}

/** A loop over a longer list is not followed item by item. */
const MAX_ITEMS = 100;

/** Runs a block along one path, deciding at each choice. The answer is whether the block was left. */
export function followStatements(machine: Machine, path: Path, body: readonly Statement[], scope: Scope): boolean {
  return new Follower(machine, path, scope).run(body);
}

class Follower {
  constructor(
    private readonly machine: Machine,
    private readonly path: Path,
    private readonly scope: Scope,
  ) {}

  run(body: readonly Statement[]): boolean {
    return body.some((statement) => this.statement(statement));
  }

  private statement(statement: Statement): boolean {
    const { machine, scope } = this;
    const { frame } = scope;
    switch (statement.kind) {
      case 'do':
        machine.evaluate(statement.value, scope);
        return false;
      case 'return':
        frame.returned = machine.evaluate(statement.value, scope);
        return this.leave('function');
      case 'leave':
        if (statement.what === 'function') throw new Raised();
        return this.leave(statement.what);
      case 'block':
        return machine.run(statement.body, new Scope(frame, scope, statement.names));
      case 'branch':
        return machine.run(this.choiceOf(statement), scope);
      case 'switch':
        return this.switch(statement);
      case 'loop':
        return this.loop(statement);
      case 'for':
        return this.each(statement);
      case 'try':
        return this.try(statement);
      default:
        this.path.isUnclear = true;
        return statement.kind === 'maybe' && machine.run(statement.body, scope);
    }
  }

  private leave(what: 'function' | 'loop' | 'round'): true {
    this.scope.frame.left = what;
    return true;
  }

  private choiceOf({ choices, test }: Branch): readonly Statement[] {
    const choice = test ? this.answerTo(test) : this.path.decide(choices.length);
    return choices[choice] ?? [];
  }

  private answerTo(test: Test): number {
    if (test.kind === 'presence') return this.presence(test);
    if (test.kind === 'fact') return this.fact(test.fact, test.names, test.yes);
    const left = certain(this.machine.evaluate(test.left, this.scope));
    const right = certain(this.machine.evaluate(test.right, this.scope));
    if (left?.kind !== 'text' || right?.kind !== 'text') return this.path.decide(2);
    return left.value === right.value ? test.yes : 1 - test.yes;
  }

  /** The answer to whether a dictionary or a list has a key, where that is known. */
  private presence({ object, key, yes, asksValue, fact = '', names = [] }: PresenceTest): number {
    const { machine, scope } = this;
    const collection = certain(machine.evaluate(object, scope));
    const text = certain(machine.evaluate(key, scope));
    if (text?.kind === 'text' && collection?.kind === 'dictionary') {
      const mayComeFromOutside = collection.open || collection.hasNetworkKeys;
      if (collection.keys.has(text.value)) return asksValue ? this.path.decide(2) : yes;
      if (!mayComeFromOutside) return 1 - yes;
      const choice = this.path.decide(2);
      if (choice === yes) assumeKey(collection, text);
      return choice;
    }
    const items = collection?.kind === 'list' && !collection.open ? [...elementsOf(machine, only(collection))] : [];
    if (text?.kind === 'text' && items.length > 0 && items.every(({ kind }) => kind === 'text'))
      return items.some((item) => item.kind === 'text' && item.value === text.value) ? yes : 1 - yes;
    return fact === '' ? this.path.decide(2) : this.fact(fact, names, yes);
  }

  /** What was decided before on the same condition holds as long as its variables do. */
  private fact(fact: string, names: readonly string[], yes: 0 | 1): number {
    const { facts } = this.scope.frame;
    const known = facts.get(fact);
    if (known) return known.isTrue ? yes : 1 - yes;
    const choice = this.path.decide(2);
    facts.set(fact, { names, isTrue: choice === yes });
    return choice;
  }

  private switch({ cases, hasDefault }: Switch): boolean {
    const start = this.path.decide(cases.length + (hasDefault ? 0 : 1));
    const isLeft = cases.slice(start).some((body) => this.machine.run(body, this.scope));
    return isLeft && !this.wasLeft('loop');
  }

  private loop({ rounds, body }: Loop): boolean {
    if (rounds === 'any' && this.path.decide(2) === 1) return false;
    if (this.round(body)) return !this.wasLeft('loop');
    // Only what is done in a later round leaves it.
    if (rounds === 'endless') this.path.isUnclear = true;
    return false;
  }

  /** Runs the body once; the answer is whether that left the loop. */
  private round(body: readonly Statement[]): boolean {
    return this.machine.run(body, this.scope) && !this.wasLeft('round');
  }

  private each({ step, body, otherwise }: For): boolean {
    const { machine, scope } = this;
    const source = machine.evaluate(step.value.source, scope);
    const items = itemsOf(source) ?? (isFilled(machine, source) || this.path.decide(2) === 0 ? [undefined] : []);
    for (const item of items) {
      assignTo(machine, step.target, item ?? elementsOf(machine, source), scope);
      if (this.round(body)) return !this.wasLeft('loop');
    }
    return machine.run(otherwise, scope);
  }

  /** Whether the block was left so; then what surrounds it goes on. */
  private wasLeft(how: 'loop' | 'round'): boolean {
    const { frame } = this.scope;
    if (frame.left !== how) return false;
    frame.left = undefined;
    return true;
  }

  private try({ body, handlers, otherwise, final }: Try): boolean {
    const { machine, scope } = this;
    let isLeft: boolean;
    try {
      isLeft = this.tryBody(body, handlers.length > 0) || machine.run(otherwise, scope);
    } catch (error) {
      if (!(error instanceof Raised) || handlers.length === 0) throw error;
      isLeft = machine.run(handlers[this.path.decide(handlers.length)] ?? [], scope);
    }
    const { left, returned } = scope.frame;
    if (machine.run(final, scope)) return true;
    scope.frame.left = left;
    scope.frame.returned = returned;
    return isLeft;
  }

  /** An error that is handled comes from the first statement that may raise one, if it comes at all. */
  private tryBody(body: readonly Statement[], isHandled: boolean): boolean {
    const risky = isHandled ? body.findIndex(mayRaise) : -1;
    if (risky < 0 || this.path.decide(2) === 1) return this.machine.run(body, this.scope);
    if (this.machine.run(body.slice(0, risky), this.scope)) return true;
    throw new Raised();
  }
}

/** The items of a list, where their places are known. */
function itemsOf(value: Value): readonly Value[] | undefined {
  const list = certain(value);
  const isKnown = list?.kind === 'list' && !list.open && !list.loose && list.further.size === 0;
  return isKnown && list.items.length <= MAX_ITEMS ? list.items : undefined;
}

/** Whether there is something in it for certain. */
function isFilled(machine: Machine, value: Value): boolean {
  const elements = [...elementsOf(machine, value)];
  return elements.length > 0 && elements.every(({ kind }) => kind !== 'unknown' && kind !== 'network-key');
}

function mayRaise(statement: Statement): boolean {
  const { expressions, body } = contentOf(statement);
  const isRaise = statement.kind === 'leave' && statement.what === 'function';
  return isRaise || expressions.some(mayFail) || body.some(mayRaise);
}

/** Whether it does more than to make something, or to set a variable or a key. */
function mayFail(part: Part): boolean {
  switch (part.kind) {
    case 'text':
    case 'name':
    case 'function':
      return false;
    case 'assign':
      return (part.target.kind === 'item' ? partsOf(part.target) : [part.target]).some(mayFail) || mayFail(part.value);
    case 'plain':
    case 'dictionary':
    case 'list':
    case 'entry':
      return partsOf(part).some(mayFail);
    default:
      return true;
  }
}

/** Evaluates a choice along a path. */
export function followEither(machine: Machine, path: Path, { choices, how }: Either, scope: Scope): Value {
  const [first, second] = choices;
  if (how === undefined || !first || !second) {
    // A lone choice may be left out.
    const choice = choices[path.decide(Math.max(choices.length, 2))];
    return choice ? machine.evaluate(choice, scope) : PLAIN_VALUE;
  }
  const value = machine.evaluate(first, scope);
  const isTrue = truthOf(value) ?? path.decide(2) === 1;
  return isTrue === (how === 'or') ? value : machine.evaluate(second, scope);
}

/** Whether a value counts as true; nothing where that is not known. */
function truthOf(value: Value): boolean | undefined {
  const atom = certain(value);
  if (atom?.kind === 'dictionary') return atom.keys.size > 0 || atom.hasNetworkKeys || (atom.open ? undefined : false);
  if (atom?.kind === 'text') return atom.value !== '';
  return atom?.kind === 'class' || atom?.kind === 'closure' || atom?.kind === 'instance' ? true : undefined;
}

/** Runs `action` along the path; nothing where it ends with an error. */
export function alongPath(machine: Machine, path: Path, action: () => Value): Value {
  machine.path = path;
  try {
    return action();
  } catch (error) {
    if (error instanceof Raised) return PLAIN_VALUE;
    throw error;
  } finally {
    machine.path = undefined;
  }
}
