import type { ClassCode, FunctionCode, Text } from '../code/code';
import type { Arguments } from './language';
import type { Machine } from './machine';
import type { Scope } from './scope';
import {
  certain,
  type Closure,
  Dictionary,
  join,
  List,
  NETWORK_KEY,
  NOTHING,
  only,
  UNKNOWN_VALUE,
  type Value,
} from './values';

/** How many things a variable may be before it may as well be anything. */
const MAX_ATOMS = 200;

/** A dictionary may have any key from here on. */
export function open(machine: Machine, collection: Dictionary | List): void {
  if (collection.open) return;
  collection.open = true;
  machine.changes++;
}

/** What the value is may be changed by code that is not read, now or later. */
export function escape(machine: Machine, value: Value): void {
  for (const atom of value) {
    if (atom.kind === 'closure') leak(machine, atom);
    if (atom.kind === 'import') escape(machine, machine.forced(only(atom)));
    if (atom.kind === 'lazy') escape(machine, atom.elements());
    if ((atom.kind !== 'dictionary' && atom.kind !== 'list') || atom.open) continue;
    open(machine, atom);
    if (atom.kind === 'list') for (const item of [...atom.items, atom.further]) escape(machine, item);
  }
}

export function escapeArguments(machine: Machine, given: Arguments): void {
  for (const value of given.positional) escape(machine, value);
  for (const { value } of given.keywords) escape(machine, value);
}

/** Code that is not read calls the functions that it is given when it likes. */
export function leakFunctions(machine: Machine, { positional, keywords }: Arguments): void {
  for (const value of [...positional, ...keywords.map((keyword) => keyword.value)])
    for (const atom of value) if (atom.kind === 'closure') leak(machine, atom);
}

/** The function may be called at any time from here on, by code that is not read. */
export function leak(machine: Machine, closure: Closure): void {
  if (machine.leaking.has(closure)) return;
  machine.leaking.add(closure);
  leakFrom(machine, closure.scope, closure.code);
  machine.leaking.delete(closure);
}

/** The code, which stands in `from`, may run at any time from here on. */
export function leakFrom(machine: Machine, from: Scope, code: FunctionCode | ClassCode): void {
  const touched = machine.touchedBy(code);
  machine.spend(touched.mentioned.size);
  leakNames(machine, from, [...touched.names, ...touched.returned]);
  // Going through a list gives what stands in it.
  for (const name of touched.mentioned) {
    const scope = from.find(name);
    if (!scope || scope.frame.kind === 'module') continue;
    for (const atom of scope.variables.get(name) ?? NOTHING)
      if (atom.kind === 'list') for (const item of [...atom.items, atom.further]) escape(machine, item);
  }
}

/** What the variables hold may be changed at any time from here on. Those of the module are seen to once it is read. */
function leakNames(machine: Machine, from: Scope, names: Iterable<string>): void {
  for (const name of names) {
    const scope = from.find(name);
    if (!scope || scope.frame.kind === 'module' || scope.leaked.has(name)) continue;
    scope.leaked.add(name);
    forget(machine, scope, name);
  }
}

/** A variable may hold anything beside what it holds. */
export function forget(machine: Machine, scope: Scope, name: string): void {
  const value = scope.variables.get(name) ?? NOTHING;
  escape(machine, value);
  scope.variables.set(name, join(value, UNKNOWN_VALUE));
}

/** Sets a variable from code that runs in `from`. */
export function setVariable(machine: Machine, from: Scope, name: string, value: Value): void {
  const scope = from.find(name);
  if (!scope) {
    escape(machine, value);
    return;
  }
  if (scope.leaked.has(name)) escape(machine, value);
  else if (scope.isCertainIn(from)) {
    scope.set(name, value);
    return;
  }
  widen(machine, from, scope, name, value);
}

/** A variable may hold `value` beside what it holds. */
function widen(machine: Machine, from: Scope, scope: Scope, name: string, value: Value): void {
  const before = scope.variables.get(name) ?? NOTHING;
  // A member that may not be there at all leaves the base class's in force.
  const absent = before.size === 0 && scope.owner ? UNKNOWN_VALUE : NOTHING;
  let after = join(before, value, absent);
  if (after.size === before.size) return;
  if (scope.frame === from.frame) scope.frame.changes++;
  else machine.changes++;
  if (after.size > MAX_ATOMS) {
    escape(machine, after);
    after = UNKNOWN_VALUE;
  }
  scope.variables.set(name, after);
  if (scope.frame.kind === 'module') machine.constantChanges++;
}

/** The dictionary that is made at a place; the same one each time that the place is evaluated. */
export function newDictionary(machine: Machine, place: object, { frame }: Scope): Dictionary {
  return frame.dictionaries.at(place, () => new Dictionary(machine.doubt === 0, !machine.isDriverRunning));
}

export function newList(machine: Machine, place: object, { frame }: Scope): List {
  return frame.lists.at(place, () => new List(!machine.isDriverRunning));
}

/** `dictionary[key] = value` */
export function addKey(machine: Machine, dictionary: Dictionary, key: Value, value: Value): void {
  escape(machine, value);
  touch(machine, dictionary);
  if (key.size === 0) open(machine, dictionary);
  for (const atom of key) {
    if (atom.kind === 'text') addText(machine, dictionary, atom);
    else if (atom.kind === 'network-key') addNetworkKeys(machine, dictionary);
    else open(machine, dictionary);
  }
}

/** The keys of every dictionary that `source` may be are added. */
export function addKeysOf(machine: Machine, dictionary: Dictionary, source: Value): void {
  touch(machine, dictionary);
  for (const atom of source) {
    if (atom.kind === 'plain' || atom === dictionary) continue;
    if (atom.kind !== 'dictionary') {
      open(machine, dictionary);
      continue;
    }
    machine.spend(atom.keys.size);
    dictionary.sources.add(atom);
    for (const texts of atom.keys.values()) for (const text of texts) addText(machine, dictionary, text);
    if (atom.hasNetworkKeys) addNetworkKeys(machine, dictionary);
    if (atom.open) open(machine, dictionary);
  }
}

/** Notes that the dictionary is asked for a key. */
export function askKey(machine: Machine, dictionary: Dictionary, key: Value): void {
  for (const text of key) {
    if (text.kind !== 'text') continue;
    dictionary.asked.add(text);
    // What it has not got along a path, it is asked for as it came from outside.
    const mayBeOutside = dictionary.hasNetworkKeys || dictionary.open;
    if (mayBeOutside && !dictionary.keys.has(text.value)) (machine.path ?? machine).askedOutside.add(text.value);
  }
}

/** `dictionary[key]`: where that raises no error along a path, the key is there. */
export function readKey(machine: Machine, dictionary: Dictionary, key: Value): void {
  askKey(machine, dictionary, key);
  const text = certain(key);
  if (machine.path && !machine.language.membersAreKeys && text?.kind === 'text') assumeKey(dictionary, text);
}

/** Notes that the dictionary has a key, along a path, which came from outside. */
export function assumeKey(dictionary: Dictionary, key: Text): void {
  if (dictionary.hasNetworkKeys && !dictionary.shared && !dictionary.keys.has(key.value))
    dictionary.keys.set(key.value, new Set([key]));
}

/** `del dictionary[key]`: a key is gone only where it certainly is. */
export function removeKey(machine: Machine, from: Value, key: Value): void {
  const dictionary = certain(from);
  const text = certain(key);
  for (const atom of from) {
    if (atom.kind === 'dictionary') askKey(machine, atom, key);
    if (atom.kind === 'dictionary') touch(machine, atom);
    if (atom.kind === 'list') loosen(machine, atom);
  }
  if (machine.doubt > 0 || dictionary?.kind !== 'dictionary' || text?.kind !== 'text' || !dictionary.single) return;
  // The strings that it was set by name it still.
  for (const before of dictionary.keys.get(text.value) ?? []) dictionary.asked.add(before);
  dictionary.keys.delete(text.value);
}

/** Puts an item at a place; a list that is made in a loop is made there more than once. */
export function setItem(machine: Machine, list: List, index: number, value: Value): void {
  if (list.loose || index > list.items.length) {
    addItems(machine, list, value);
    return;
  }
  keep(machine, list, value);
  const before = list.items[index] ?? NOTHING;
  const after = join(before, value);
  list.items[index] = after;
  if (after.size > before.size) machine.changes++;
}

/** Adds items whose places are not known. */
export function addItems(machine: Machine, list: List, value: Value): void {
  keep(machine, list, value);
  const after = join(list.further, value);
  if (after.size > list.further.size) machine.changes++;
  list.further = after;
  if (after.size > MAX_ATOMS) escape(machine, only(list));
}

function keep(machine: Machine, list: List, value: Value): void {
  touch(machine, list);
  for (const atom of value)
    if (atom.kind === 'text' || atom.kind === 'list')
      machine.holders.set(atom, (machine.holders.get(atom) ?? new Set()).add(list));
  // What code that is not run does to the module's lists is followed, but not what it does to what stands in them.
  if (list.shared) for (const atom of value) if (atom.kind === 'dictionary') open(machine, atom);
  if (list.open) escape(machine, value);
}

/** Whatever an item of a list, or a key of a dictionary, may be. */
export function elementsOf(machine: Machine, value: Value): Value {
  const parts: Value[] = [];
  for (const atom of value) {
    if (atom.kind === 'list') parts.push(...atom.items, atom.further);
    else if (atom.kind === 'lazy') parts.push(atom.elements());
    else if (atom.kind === 'dictionary') parts.push(...atom.keys.values(), networkKeysOf(atom));
    else parts.push(UNKNOWN_VALUE);
    if ((atom.kind === 'list' || atom.kind === 'dictionary') && atom.open) parts.push(UNKNOWN_VALUE);
  }
  machine.spend(parts.length);
  return join(...parts);
}

/** The lists that hold a text, or a list that holds it. */
export function listsWith({ holders }: Machine, text: Text): ReadonlySet<List> {
  const lists = new Set(holders.get(text));
  for (const list of lists) for (const outer of holders.get(list) ?? []) lists.add(outer);
  return lists;
}

/** The places of a list's items are not known from here on. */
export function loosen(machine: Machine, list: List): void {
  list.loose = true;
  addItems(machine, list, join(...list.items));
  list.items.length = 0;
}

function networkKeysOf(dictionary: Dictionary): Value {
  return dictionary.hasNetworkKeys ? NETWORK_KEY : NOTHING;
}

function addText(machine: Machine, dictionary: Dictionary, key: Text): void {
  const texts = dictionary.keys.get(key.value) ?? new Set();
  if (texts.has(key)) return;
  dictionary.keys.set(key.value, texts.add(key));
  machine.changes++;
  // Sets the prototype of an object, and brings whatever keys it has.
  if (machine.language.membersAreKeys && key.value === '__proto__') open(machine, dictionary);
}

function addNetworkKeys(machine: Machine, dictionary: Dictionary): void {
  if (dictionary.hasNetworkKeys) return;
  dictionary.hasNetworkKeys = true;
  machine.changes++;
}

/** What a driver does to something that outlives the run may show in another run. */
function touch(machine: Machine, collection: Dictionary | List): void {
  if (collection.shared && machine.isDriverRunning) open(machine, collection);
}
