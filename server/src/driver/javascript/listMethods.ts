import type { LibraryCall, LibraryFunction } from '../evaluate/language';
import { argument, listOf, type ListMethod } from '../evaluate/library';
import { addItems, elementsOf, escape, leakFunctions, loosen, newList, setItem } from '../evaluate/memory';
import { join, type List, NOTHING, only, PLAIN_VALUE, UNKNOWN_VALUE, type Value } from '../evaluate/values';

/** After how many calls the function that `reduce` is given has to have shown all that it gives. */
const MAX_ROUNDS = 5;

/** Calls the function that a method is given, any number of times, and tells all that it may give. */
function callEach(from: LibraryCall, positional: readonly Value[]): Value {
  const { machine, call, scope } = from;
  const given = { positional, isSpread: false, keywords: [], keywordSpreads: [] };
  const results = (): Value[] =>
    [...argument(from, 0)].map((callback) => {
      if (callback.kind === 'closure') return machine.call(callback, given, { place: call, isAwaited: false, scope });
      for (const value of positional) escape(machine, value);
      return UNKNOWN_VALUE;
    });
  return machine.repeat(scope.frame, () => join(...results()));
}

/** Calls it for each item, with its place and the list. */
function goThrough(from: LibraryCall, list: Value): Value {
  const elements = elementsOf(from.machine, list);
  // Along a path, a list that is not known may be empty.
  const mayBeEmpty = [...elements].some(({ kind }) => kind === 'unknown');
  if (mayBeEmpty && from.machine.path?.decide(2) === 1) return NOTHING;
  return callEach(from, [elements, PLAIN_VALUE, list]);
}

/** `list.reduce(callback, start)` */
function reduce(from: LibraryCall, list: Value): Value {
  const elements = elementsOf(from.machine, list);
  let result = from.given.positional[1] ?? elements;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = result;
    result = join(before, callEach(from, [before, elements, PLAIN_VALUE, list]));
    if (result.size === before.size) return result;
  }
  return from.machine.giveUp();
}

/** What methods give that call a function for each item: of what the function gives, and of the items. */
type Outcome = (from: LibraryCall, results: Value, elements: Value) => Value;

const plainOutcome: Outcome = () => PLAIN_VALUE;

const CALLING_METHODS = new Map<string, Outcome>([
  ['forEach', plainOutcome],
  ['some', plainOutcome],
  ['every', plainOutcome],
  ['findIndex', plainOutcome],
  ['map', (from, results) => listOf(from, results)],
  ['flatMap', (from, results) => listOf(from, flattened(from, results))],
  ['filter', (from, _, elements) => listOf(from, elements)],
  ['find', (_, __, elements) => join(PLAIN_VALUE, elements)],
]);

/** The items of what is a list; else the thing itself. */
function flattened({ machine }: LibraryCall, value: Value): Value {
  return join(...[...value].map((atom) => (atom.kind === 'list' ? elementsOf(machine, only(atom)) : only(atom))));
}

/** Puts the arguments from `start` on into the list; what stands where in it is not known then. */
function put(list: List, { machine, given }: LibraryCall, start = 0): void {
  loosen(machine, list);
  for (const value of given.isSpread ? given.positional : given.positional.slice(start)) addItems(machine, list, value);
}

const push: ListMethod = (list, from) => {
  put(list, from);
  return only(list);
};

const splice: ListMethod = (list, from) => {
  put(list, from, 2);
  return listOf(from, elementsOf(from.machine, only(list)));
};

/** Changes the order of the list. */
const rearrange: ListMethod = (list, { machine, given }) => {
  leakFunctions(machine, given);
  loosen(machine, list);
  return only(list);
};

/** Takes an item out, or looks at one. */
const takeOne: ListMethod = (list, { machine }) => {
  loosen(machine, list);
  return join(PLAIN_VALUE, elementsOf(machine, only(list)));
};

const copy: ListMethod = (list, from) => {
  leakFunctions(from.machine, from.given);
  return listOf(from, elementsOf(from.machine, only(list)));
};

const concat: ListMethod = (list, from) => listOf(from, flattened(from, join(only(list), ...from.given.positional)));

/** `list.entries()` */
const entries: ListMethod = (list, from) => {
  const { machine, call, scope } = from;
  const pair = newList(machine, call.positional, scope);
  setItem(machine, pair, 0, PLAIN_VALUE);
  setItem(machine, pair, 1, elementsOf(machine, only(list)));
  return listOf(from, only(pair));
};

const plainMethod: ListMethod = () => PLAIN_VALUE;

const METHODS = new Map<string, ListMethod>([
  ...['push', 'unshift', 'add'].map((name): [string, ListMethod] => [name, push]),
  ...['sort', 'reverse', 'delete'].map((name): [string, ListMethod] => [name, rearrange]),
  ...['pop', 'shift', 'at'].map((name): [string, ListMethod] => [name, takeOne]),
  ...['slice', 'toSorted', 'toReversed'].map((name): [string, ListMethod] => [name, copy]),
  ...['includes', 'indexOf', 'lastIndexOf', 'join', 'has', 'toString'].map((name): [string, ListMethod] => [
    name,
    plainMethod,
  ]),
  ['splice', splice],
  ['concat', concat],
  ['entries', entries],
  ['values', (list) => only(list)],
  ['reduce', (list, from) => reduce(from, only(list))],
]);

export function listMethod(name: string): ListMethod | undefined {
  const outcome = CALLING_METHODS.get(name);
  if (!outcome) return METHODS.get(name);
  return (list, from) => {
    const results = goThrough(from, only(list));
    return outcome(from, results, elementsOf(from.machine, only(list)));
  };
}

/** A method with one of these names goes through a list, whatever its object is. */
export function methodOfUnknown(name: string): LibraryFunction | undefined {
  if (name === 'reduce') return (from) => join(UNKNOWN_VALUE, reduce(from, UNKNOWN_VALUE));
  if (!CALLING_METHODS.has(name)) return undefined;
  return (from) => {
    goThrough(from, UNKNOWN_VALUE);
    for (const value of from.given.positional.slice(1)) escape(from.machine, value);
    return UNKNOWN_VALUE;
  };
}
