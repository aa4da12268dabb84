import type { DictionaryDisplay, Expression, ListDisplay, Member, Spread } from '../code/code';
import type { Machine } from './machine';
import {
  addItems,
  addKey,
  addKeysOf,
  elementsOf,
  escape,
  forget,
  loosen,
  newDictionary,
  removeKey,
  setVariable,
} from './memory';
import { memberOfModule } from './modules';
import type { Scope } from './scope';
import { certain, type ClassAtom, join, type List, NOTHING, only, UNKNOWN_VALUE, type Value } from './values';

type Target = Expression | Spread;

/** `target = value` */
export function assignTo(machine: Machine, target: Target, value: Value, scope: Scope): void {
  switch (target.kind) {
    case 'name':
      setVariable(machine, scope, target.name, value);
      return;
    case 'item':
      storeIn(machine, machine.evaluate(target.object, scope), machine.evaluate(target.key, scope), value);
      return;
    case 'member':
      setMemberOf(machine, target, value, scope);
      return;
    case 'list':
      takeListApart(machine, target, value, scope);
      return;
    case 'dictionary':
      takeDictionaryApart(machine, target, value, scope);
      return;
    case 'assign':
      assignTo(machine, target.target, join(value, orDefault(machine, target.value, scope)), scope);
      return;
    default:
      escape(machine, value);
      if (target.kind !== 'spread') machine.evaluate(target, scope);
  }
}

function orDefault(machine: Machine, value: Expression, scope: Scope): Value {
  return machine.maybe(scope.frame, () => machine.evaluate(value, scope));
}

/** `del target` */
export function removeTarget(machine: Machine, target: Expression, scope: Scope): void {
  if (target.kind === 'item') {
    removeKey(machine, machine.evaluate(target.object, scope), machine.evaluate(target.key, scope));
  } else if (target.kind === 'member') {
    const object = machine.evaluate(target.object, scope);
    if (machine.language.membersAreKeys) removeKey(machine, object, only(target.name));
    forgetMember(machine, object, target.name.value);
  } else if (target.kind === 'name') {
    const owner = scope.find(target.name);
    if (owner) forget(machine, owner, target.name);
  } else if (target.kind === 'list') {
    for (const item of target.items) if (item.kind !== 'spread') removeTarget(machine, item, scope);
  }
}

/** `target += value` and `target |= value`. `combine` tells what a value that is not changed in its place becomes. */
export function extendTarget(
  machine: Machine,
  target: Expression,
  value: Value,
  scope: Scope,
  combine: (left: Value, right: Value) => Value,
): Value {
  const before = machine.evaluate(target, scope);
  const results: Value[] = [];
  for (const atom of before) {
    if (atom.kind === 'dictionary') addKeysOf(machine, atom, value);
    else if (atom.kind === 'list') addItems(machine, atom, elementsOf(machine, value));
    const isChanged = atom.kind === 'dictionary' || atom.kind === 'list';
    results.push(isChanged ? only(atom) : combine(only(atom), value));
  }
  const after = results.length > 0 ? join(...results) : UNKNOWN_VALUE;
  assignTo(machine, target, after, scope);
  return after;
}

function setMemberOf(machine: Machine, { object, name }: Member, value: Value, scope: Scope): void {
  const objectValue = machine.evaluate(object, scope);
  if (machine.language.membersAreKeys) {
    storeIn(machine, objectValue, only(name), value);
    return;
  }
  for (const atom of objectValue) {
    if (atom.kind === 'class') setClassMember(machine, atom, name.value, value);
    else escape(machine, value);
    if (atom.kind === 'module' && atom.unit) forget(machine, atom.unit.scope, name.value);
  }
}

/** `object[key] = value` */
function storeIn(machine: Machine, object: Value, key: Value, value: Value): void {
  const text = certain(key);
  for (const atom of object) {
    if (atom.kind === 'dictionary') addKey(machine, atom, key, value);
    else if (atom.kind === 'list') setSomeItem(machine, atom, value);
    else if (atom.kind === 'class' && text?.kind === 'text') setClassMember(machine, atom, text.value, value);
    else escape(machine, value);
    if (atom.kind === 'instance' && text?.kind === 'text') machine.setMembers.add(text.value);
  }
}

function setSomeItem(machine: Machine, list: List, value: Value): void {
  loosen(machine, list);
  addItems(machine, list, value);
}

function setClassMember(machine: Machine, { members }: ClassAtom, member: string, value: Value): void {
  const before = members.variables.get(member) ?? NOTHING;
  const isSure = machine.doubt === 0 && !machine.isDriverRunning;
  members.variables.set(member, isSure ? value : join(before, value, UNKNOWN_VALUE));
  machine.constantChanges++;
}

function forgetMember(machine: Machine, object: Value, member: string): void {
  machine.setMembers.add(member);
  for (const atom of object) {
    if (atom.kind === 'class') setClassMember(machine, atom, member, UNKNOWN_VALUE);
    if (atom.kind === 'module' && atom.unit) forget(machine, atom.unit.scope, member);
  }
}

function takeListApart(machine: Machine, target: ListDisplay, value: Value, scope: Scope): void {
  let isAfterSpread = false;
  for (const [index, item] of target.items.entries()) {
    isAfterSpread ||= item.kind === 'spread';
    const part = isAfterSpread ? elementsOf(machine, value) : itemsAt(machine, value, index);
    if (item.kind === 'spread') escape(machine, part);
    if (item.kind === 'spread') assignTo(machine, item.value, UNKNOWN_VALUE, scope);
    else assignTo(machine, item, part, scope);
  }
}

function itemsAt(machine: Machine, value: Value, index: number): Value {
  return join(
    ...[...value].map((atom) => {
      const placed = atom.kind === 'list' && !atom.open ? atom.items[index] : undefined;
      return placed ?? elementsOf(machine, only(atom));
    }),
  );
}

/** `{ key: target, ...rest } = value`: what stands in a dictionary is not followed, but a module's names and the copy in `rest` are. */
function takeDictionaryApart(machine: Machine, target: DictionaryDisplay, value: Value, scope: Scope): void {
  for (const entry of target.entries) {
    if (entry.kind === 'entry') {
      const key = certain(machine.evaluate(entry.key, scope));
      const module = certain(value);
      const isName = module?.kind === 'module' && key?.kind === 'text';
      assignTo(machine, entry.value, isName ? memberOfModule(machine, module, key.value) : UNKNOWN_VALUE, scope);
    } else {
      const rest = newDictionary(machine, entry, scope);
      addKeysOf(machine, rest, value);
      assignTo(machine, entry.value, only(rest), scope);
    }
  }
}
