import type {
  Decorated,
  DictionaryDisplay,
  Each,
  Expression,
  FunctionExpression,
  Item,
  ListDisplay,
  Member,
  Parameter,
} from '../code/code';
import { evaluateCall, gotten } from './calls';
import { makeClass } from './classes';
import { followEither } from './following';
import type { Machine } from './machine';
import { memberOf } from './members';
import {
  addItems,
  addKey,
  addKeysOf,
  askKey,
  elementsOf,
  escape,
  forget,
  loosen,
  newDictionary,
  newList,
  readKey,
  setItem,
} from './memory';
import { Scope } from './scope';
import { assignTo, extendTarget, removeTarget } from './targets';
import {
  type Atom,
  certain,
  type Closure,
  type ClosureRole,
  join,
  only,
  PLAIN_VALUE,
  UNKNOWN_VALUE,
  type Value,
} from './values';

/** What an expression gives, once all that it does is done. */
export function evaluateExpression(machine: Machine, expression: Expression, scope: Scope): Value {
  const evaluate = (part: Expression): Value => machine.evaluate(part, scope);
  switch (expression.kind) {
    case 'text':
      return only(expression);
    case 'plain':
      expression.parts.forEach(evaluate);
      return PLAIN_VALUE;
    case 'unknown':
      for (const part of expression.parts) escape(machine, evaluate(part));
      return UNKNOWN_VALUE;
    case 'unread':
      forgetNames(machine, expression.names, scope);
      return UNKNOWN_VALUE;
    case 'name':
      return variable(machine, expression.name, scope);
    case 'import':
      return machine.forced(only(expression));
    case 'outside':
      return only(machine.outsideAt(expression.path));
    case 'member':
      return member(machine, expression, scope);
    case 'item':
      return item(machine, expression, scope);
    case 'dictionary':
      return dictionary(machine, expression, scope);
    case 'list':
      return list(machine, expression, scope);
    case 'either':
      if (machine.path) return followEither(machine, machine.path, expression, scope);
      return join(...expression.choices.map((choice) => machine.maybe(scope.frame, () => evaluate(choice))));
    case 'sequence':
      return expression.parts.map(evaluate).at(-1) ?? PLAIN_VALUE;
    case 'contains': {
      const key = evaluate(expression.key);
      for (const atom of evaluate(expression.object)) if (atom.kind === 'dictionary') askKey(machine, atom, key);
      return PLAIN_VALUE;
    }
    case 'combine':
      return combine(machine, expression, evaluate(expression.left), evaluate(expression.right), scope);
    case 'call':
      return evaluateCall(machine, expression, scope);
    case 'assign': {
      const { value: given } = expression;
      // What is imported is read once it is asked for.
      const value = given.kind === 'import' && expression.target.kind === 'name' ? only(given) : evaluate(given);
      assignTo(machine, expression.target, value, scope);
      return value;
    }
    case 'extend':
      return extendTarget(machine, expression.target, evaluate(expression.value), scope, (left, right) =>
        combine(machine, expression, left, right, scope),
      );
    case 'remove':
      removeTarget(machine, expression.target, scope);
      return PLAIN_VALUE;
    case 'element':
      return elementsOf(machine, evaluate(expression.source));
    case 'each': {
      const inner = scope.frame.scopes.at(expression, () => new Scope(scope.frame, scope, expression.names));
      return loosened(
        machine,
        machine.repeat(scope.frame, () => comprehended(machine, expression, inner)),
      );
    }
    case 'function':
      return only(makeClosure(machine, expression, scope));
    case 'decorated':
      return decorated(machine, expression, scope);
    case 'class':
      return makeClass(machine, expression.code, scope);
  }
}

function variable(machine: Machine, name: string, scope: Scope): Value {
  const owner = scope.find(name);
  if (!owner) return scope.mayHaveAny ? UNKNOWN_VALUE : only(machine.outsideAt(name));
  const value = owner.variables.get(name);
  // A variable that is not set yet was set in a way that is not followed.
  if (!value || value.size === 0) return UNKNOWN_VALUE;
  const values = machine.forced(value);
  if (owner.frame.kind !== 'module') return values;
  if (machine.path) return machine.path.constantOf(value, values);
  if (values.size > 1) machine.choices++;
  return values;
}

function forgetNames(machine: Machine, names: readonly string[], scope: Scope): void {
  for (const name of names) {
    const owner = scope.find(name);
    if (owner) forget(machine, owner, name);
  }
}

function member(machine: Machine, expression: Member, scope: Scope): Value {
  const { object, name } = expression;
  return join(
    ...[...machine.evaluate(object, scope)].map((atom) => {
      if (atom.kind === 'dictionary' && machine.language.membersAreKeys) askKey(machine, atom, only(name));
      // Taking a method of it: whoever gets the method can change it.
      const isMethod = atom.kind === 'dictionary' || atom.kind === 'list';
      if ((isMethod && !machine.language.membersAreKeys) || atom.kind === 'closure') escape(machine, only(atom));
      return gotten(machine, memberOf(machine, atom, name.value), { place: expression, isAwaited: true, scope });
    }),
  );
}

function item(machine: Machine, expression: Item, scope: Scope): Value {
  const object = machine.evaluate(expression.object, scope);
  const keys = machine.evaluate(expression.key, scope);
  const key = certain(keys);
  return join(
    ...[...object].map((atom) => {
      if (atom.kind === 'list' || atom.kind === 'lazy') return elementsOf(machine, only(atom));
      if (atom.kind === 'dictionary') readKey(machine, atom, keys);
      const isMember = machine.language.membersAreKeys && key?.kind === 'text';
      return isMember
        ? gotten(machine, memberOf(machine, atom, key.value), { place: expression, isAwaited: true, scope })
        : UNKNOWN_VALUE;
    }),
  );
}

function dictionary(machine: Machine, expression: DictionaryDisplay, scope: Scope): Value {
  const made = newDictionary(machine, expression, scope);
  for (const entry of expression.entries) {
    if (entry.kind === 'spread') addKeysOf(machine, made, machine.evaluate(entry.value, scope));
    else addKey(machine, made, machine.evaluate(entry.key, scope), machine.evaluate(entry.value, scope));
  }
  return only(made);
}

function list(machine: Machine, expression: ListDisplay, scope: Scope): Value {
  const made = newList(machine, expression, scope);
  let isAfterSpread = false;
  for (const [index, part] of expression.items.entries()) {
    isAfterSpread ||= part.kind === 'spread';
    if (part.kind === 'spread') addItems(machine, made, elementsOf(machine, machine.evaluate(part.value, scope)));
    else if (isAfterSpread) addItems(machine, made, machine.evaluate(part, scope));
    else setItem(machine, made, index, machine.evaluate(part, scope));
  }
  return only(made);
}

function comprehended(machine: Machine, { steps, display, isFiltered }: Each, scope: Scope): Value {
  // Along a path, a condition keeps all or none.
  if (isFiltered && machine.path?.decide(2) === 1) return machine.evaluate(emptied(display), scope);
  for (const step of steps) machine.evaluate(step, scope);
  return machine.evaluate(display, scope);
}

function emptied({ kind }: Each['display']): Expression {
  return kind === 'list' ? { kind, items: [] } : { kind, entries: [] };
}

/** Which item of a comprehension stands where is not known. */
function loosened(machine: Machine, value: Value): Value {
  for (const atom of value) if (atom.kind === 'list') loosen(machine, atom);
  return value;
}

function combine(machine: Machine, place: object, left: Value, right: Value, scope: Scope): Value {
  const atoms = [...left, ...right];
  const has = (...kinds: readonly Atom['kind'][]): boolean => atoms.some(({ kind }) => kinds.includes(kind));
  const isForeign = has('unknown', 'lazy', 'outside', 'instance', 'class', 'closure', 'super', 'network-key', 'module');
  // An operator of an object that is not known may keep what it is given.
  if (isForeign) for (const value of [left, right]) escape(machine, value);
  const results: Value[] = [];
  if (has('dictionary')) {
    const made = newDictionary(machine, place, scope);
    for (const value of [left, right]) addKeysOf(machine, made, value);
    results.push(only(made));
  }
  if (has('list')) {
    const made = newList(machine, place, scope);
    for (const value of [left, right]) addItems(machine, made, elementsOf(machine, value));
    results.push(only(made));
  }
  if (results.length > 0) return join(...results);
  return isForeign ? UNKNOWN_VALUE : PLAIN_VALUE;
}

function makeClosure(machine: Machine, expression: FunctionExpression, scope: Scope): Closure {
  return scope.frame.closures.at(expression, () => ({
    kind: 'closure',
    code: expression.code,
    scope: scope.forFunctions,
    defaults: defaultsOf(machine, expression.code.parameters, scope),
    role: 'method',
    owner: scope.owner,
    receiver: undefined,
    wrapped: false,
  }));
}

function defaultsOf(machine: Machine, parameters: readonly Parameter[], scope: Scope): ReadonlyMap<string, Value> {
  const defaults = new Map<string, Value>();
  for (const { name, defaultValue } of parameters)
    if (defaultValue) defaults.set(name, machine.evaluate(defaultValue, scope));
  return defaults;
}

function decorated(machine: Machine, expression: Decorated, scope: Scope): Value {
  const { methodDecorators } = machine.language;
  const closure = makeClosure(machine, expression.value, scope);
  let role: ClosureRole = 'method';
  let wrapped = false;
  for (const decorator of expression.decorators) {
    const atom = certain(machine.evaluate(decorator, scope));
    const known = atom?.kind === 'outside' ? methodDecorators.get(atom.path) : undefined;
    if (known === undefined) wrapped = true;
    else if (known !== 'method') role = known;
  }
  if (wrapped) escape(machine, only(closure));
  return only(scope.frame.closures.at(expression, () => ({ ...closure, role, wrapped })));
}
