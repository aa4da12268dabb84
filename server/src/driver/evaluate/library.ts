import { addItems, addKey, addKeysOf, elementsOf, newDictionary, newList, open, setItem } from './memory';
import type { LibraryCall, LibraryFunction } from './language';
import {
  certain,
  type Dictionary,
  join,
  Lazy,
  type List,
  NOTHING,
  only,
  PLAIN_VALUE,
  UNKNOWN_VALUE,
  type Value,
} from './values';

/** What both languages' libraries are made of. */

export type DictionaryMethod = (dictionary: Dictionary, call: LibraryCall) => Value;
export type ListMethod = (list: List, call: LibraryCall) => Value;

/** Reads its arguments, keeps none, and gives no list or dictionary. */
export const plainResult: LibraryFunction = () => PLAIN_VALUE;

/** The argument at a place; nothing where there is none. */
export function argument({ given }: LibraryCall, index: number): Value {
  if (given.isSpread) return join(UNKNOWN_VALUE, ...given.positional);
  return given.positional[index] ?? NOTHING;
}

/** A new list with what is gone through in the first argument. */
export const listOfElements: LibraryFunction = (call) => listOf(call, elementsOf(call.machine, argument(call, 0)));

/** A new list with any number of `items`. */
export function listOf({ machine, call, scope }: LibraryCall, items: Value): Value {
  const list = newList(machine, call, scope);
  addItems(machine, list, items);
  return only(list);
}

/** What `give` gives of `sources` by the time that it is gone through. */
export function lazily(
  { machine, call, scope }: LibraryCall,
  sources: readonly Value[],
  give: (sources: readonly Value[]) => Value,
): Value {
  const lazy = scope.frame.lazies.at(call, () => new Lazy(give));
  for (const [index, source] of sources.entries()) {
    const before = lazy.sources[index] ?? NOTHING;
    const after = join(before, source);
    if (after.size > before.size) machine.changes++;
    lazy.sources[index] = after;
  }
  return only(lazy);
}

/** Any number of tuples: each of their parts is what `give` gives by the time that they are gone through. */
export function lazyTuples(
  from: LibraryCall,
  sources: readonly Value[],
  give: (sources: readonly Value[]) => readonly Value[],
): Value {
  const { machine, call, scope } = from;
  return lazily(from, sources, (current) => {
    const tuple = newList(machine, call.positional, scope);
    for (const [index, part] of give(current).entries()) setItem(machine, tuple, index, part);
    return only(tuple);
  });
}

/** The keys of a dictionary with their values. */
export function pairsOf(from: LibraryCall, dictionary: Value): Value {
  return lazyTuples(from, [dictionary], ([source = NOTHING]) => [elementsOf(from.machine, source), UNKNOWN_VALUE]);
}

/** A copy, where the value is a list or a dictionary. */
export function copyOf(from: LibraryCall, value: Value): Value {
  const { machine, call, scope } = from;
  return join(
    ...[...value].map((atom) => {
      if (atom.kind === 'list') return listOf(from, elementsOf(machine, only(atom)));
      if (atom.kind !== 'dictionary') return atom.kind === 'text' || atom.kind === 'plain' ? only(atom) : UNKNOWN_VALUE;
      const copy = newDictionary(machine, call, scope);
      addKeysOf(machine, copy, only(atom));
      return only(copy);
    }),
  );
}

/** Adds each key that is the first of a pair. */
export function addPairs({ machine }: LibraryCall, dictionary: Dictionary, pairs: Value): void {
  for (const pair of elementsOf(machine, pairs)) {
    const isPair = pair.kind === 'list' && !pair.open && pair.further.size === 0;
    const [key, ...values] = isPair ? pair.items : [];
    if (key) addKey(machine, dictionary, key, join(...values));
    else open(machine, dictionary);
  }
}

/** What `super()` gives in a method. `owner` is the class that its own is looked up after. */
export const superObject: LibraryFunction = (from) => {
  const { call, scope } = from;
  const { method } = scope.frame;
  const owner = from.given.positional.length === 0 ? method?.owner : certain(argument(from, 0));
  const receiver = from.given.positional.length < 2 ? method?.receiver : certain(argument(from, 1));
  if (owner?.kind !== 'class' || !method || receiver !== method.receiver) return UNKNOWN_VALUE;
  return only(scope.frame.supers.at(call, () => ({ kind: 'super', owner, receiver: method.receiver })));
};
