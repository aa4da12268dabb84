import type { LibraryCall, LibraryFunction } from '../evaluate/language';
import {
  addPairs,
  argument,
  copyOf,
  type DictionaryMethod,
  listOf,
  listOfElements,
  plainResult,
  superObject,
} from '../evaluate/library';
import { addKeysOf, askKey, elementsOf, escape, newDictionary, newList, open, setItem } from '../evaluate/memory';
import { join, only, PLAIN_VALUE, UNKNOWN_VALUE, type Value } from '../evaluate/values';

/** Functions that read their arguments, keep none, and give no list or object. */
export const READING_FUNCTIONS: readonly string[] = [
  'String',
  'Number',
  'Boolean',
  'parseInt',
  'parseFloat',
  'isNaN',
  'encodeURIComponent',
  'decodeURIComponent',
  'Array.isArray',
  'JSON.stringify',
  'Number.isInteger',
  'Object.hasOwn',
  'Object.is',
  'Object.prototype.hasOwnProperty.call',
  ...['assert', 'debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'].map((method) => `console.${method}`),
];

/** `Object.assign(target, ...sources)` */
const assignObject: LibraryFunction = (call) => {
  const { machine, given } = call;
  const target = given.isSpread ? join(...given.positional) : argument(call, 0);
  for (const atom of target) {
    if (atom.kind === 'class' || atom.kind === 'instance') machine.giveUp();
    if (atom.kind !== 'dictionary') continue;
    for (const source of given.positional.slice(1)) addKeysOf(machine, atom, source);
    if (given.isSpread) open(machine, atom);
  }
  return target;
};

/** Gives back what it is given. */
const identity: LibraryFunction = (call) => argument(call, 0);

const keys: LibraryFunction = (call) => listOf(call, ownKeys(call, argument(call, 0)));

/** `Object.entries(object)` */
const entries: LibraryFunction = (call) => {
  const { machine, scope } = call;
  const pair = newList(machine, call.call.positional, scope);
  setItem(machine, pair, 0, ownKeys(call, argument(call, 0)));
  setItem(machine, pair, 1, UNKNOWN_VALUE);
  return listOf(call, only(pair));
};

/** The keys of an object; those of anything else are not known. */
function ownKeys({ machine }: LibraryCall, value: Value): Value {
  return join(
    ...[...value].map((atom) => (atom.kind === 'dictionary' ? elementsOf(machine, only(atom)) : UNKNOWN_VALUE)),
  );
}

const fromEntries: LibraryFunction = (call) => {
  const dictionary = newDictionary(call.machine, call.call, call.scope);
  addPairs(call, dictionary, argument(call, 0));
  return only(dictionary);
};

/** `Array.from(source)`; with a function, what it makes of the items is not known. */
const arrayFrom: LibraryFunction = (call) => {
  const list = listOfElements(call);
  if (call.given.positional.length === 1 && !call.given.isSpread) return list;
  escape(call.machine, list);
  return UNKNOWN_VALUE;
};

const FUNCTIONS = new Map<string, LibraryFunction>([
  ...READING_FUNCTIONS.map((path): [string, LibraryFunction] => [path, plainResult]),
  ...['Object.freeze', 'Object.seal', 'Object.preventExtensions', 'Promise.resolve'].map(
    (path): [string, LibraryFunction] => [path, identity],
  ),
  ['Object.assign', assignObject],
  ['Object.keys', keys],
  ['Object.entries', entries],
  ['Object.fromEntries', fromEntries],
  ['Array.from', arrayFrom],
  ['Promise.all', listOfElements],
  ['Set', listOfElements],
  ['structuredClone', (call) => copyOf(call, argument(call, 0))],
  ['super', superObject],
]);

export function functionAt(path: string): LibraryFunction | undefined {
  return FUNCTIONS.get(path);
}

const plainMethod: DictionaryMethod = () => PLAIN_VALUE;

export const DICTIONARY_METHODS: ReadonlyMap<string, DictionaryMethod> = new Map<string, DictionaryMethod>([
  [
    'hasOwnProperty',
    (dictionary, call) => {
      askKey(call.machine, dictionary, argument(call, 0));
      return PLAIN_VALUE;
    },
  ],
  ['propertyIsEnumerable', plainMethod],
  ['toString', plainMethod],
]);
