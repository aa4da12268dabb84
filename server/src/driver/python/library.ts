import { addKeywords } from '../evaluate/arguments';
import type { LibraryCall, LibraryFunction } from '../evaluate/language';
import {
  addPairs,
  argument,
  copyOf,
  type DictionaryMethod,
  lazily,
  lazyTuples,
  type ListMethod,
  listOf,
  listOfElements,
  pairsOf,
  plainResult,
  superObject,
} from '../evaluate/library';
import {
  addItems,
  addKey,
  addKeysOf,
  askKey,
  elementsOf,
  leakFunctions,
  loosen,
  newDictionary,
  removeKey,
} from '../evaluate/memory';
import { type Dictionary, join, NOTHING, only, PLAIN_VALUE, UNKNOWN_VALUE, type Value } from '../evaluate/values';

/** Functions that read their arguments, keep none, and give no list or dictionary. */
export const READING_FUNCTIONS: readonly string[] = [
  'all',
  'any',
  'ascii',
  'bool',
  'callable',
  'chr',
  'float',
  'format',
  'hasattr',
  'hash',
  'id',
  'int',
  'isinstance',
  'issubclass',
  'len',
  'ord',
  'print',
  'range',
  'repr',
  'str',
  'json.dumps',
  'pprint.pformat',
  'pprint.pprint',
];

const LOG_METHODS = ['debug', 'info', 'warning', 'warn', 'error', 'exception', 'critical', 'log', 'audit'];

/** Adds what `dict(source, key=value)` and `dictionary.update(source, key=value)` add. */
function addSource(dictionary: Dictionary, call: LibraryCall): void {
  const { machine, given } = call;
  for (const atom of given.positional.length > 0 ? argument(call, 0) : []) {
    if (atom.kind === 'list' || atom.kind === 'lazy') addPairs(call, dictionary, only(atom));
    else addKeysOf(machine, dictionary, only(atom));
  }
  addKeywords(machine, dictionary, given);
}

const makeDictionary: LibraryFunction = (call) => {
  const dictionary = newDictionary(call.machine, call.call, call.scope);
  addSource(dictionary, call);
  return only(dictionary);
};

const fromKeys: LibraryFunction = (call) => {
  const dictionary = newDictionary(call.machine, call.call, call.scope);
  for (const key of elementsOf(call.machine, argument(call, 0)))
    addKey(call.machine, dictionary, only(key), argument(call, 1));
  return only(dictionary);
};

const zip: LibraryFunction = (call) => {
  const { given, machine } = call;
  if (given.isSpread) return UNKNOWN_VALUE;
  return lazyTuples(call, given.positional, (sources) => sources.map((source) => elementsOf(machine, source)));
};

const enumerate: LibraryFunction = (call) =>
  lazyTuples(call, [argument(call, 0)], ([source = NOTHING]) => [PLAIN_VALUE, elementsOf(call.machine, source)]);

const reversed: LibraryFunction = (call) =>
  lazily(call, [argument(call, 0)], ([source = NOTHING]) => elementsOf(call.machine, source));

const FUNCTIONS = new Map<string, LibraryFunction>([
  ...[...READING_FUNCTIONS, ...LOG_METHODS.flatMap((method) => [`logger.${method}`, `logging.${method}`])].map(
    (path): [string, LibraryFunction] => [path, plainResult],
  ),
  ...['list', 'tuple', 'set', 'frozenset', 'sorted'].map((path): [string, LibraryFunction] => [path, listOfElements]),
  ['dict', makeDictionary],
  ['collections.OrderedDict', makeDictionary],
  ['dict.fromkeys', fromKeys],
  ['copy.copy', (call) => copyOf(call, argument(call, 0))],
  ['copy.deepcopy', (call) => copyOf(call, argument(call, 0))],
  ['zip', zip],
  ['enumerate', enumerate],
  ['reversed', reversed],
  ['super', superObject],
]);

/** A logger, whichever library it comes from. */
const LOGGER: LibraryFunction = ({ machine }) => only(machine.outsideAt('logger'));

export function functionAt(path: string): LibraryFunction | undefined {
  return path.endsWith('.getLogger') ? LOGGER : FUNCTIONS.get(path);
}

const setItem: DictionaryMethod = (dictionary, call) => {
  addKey(call.machine, dictionary, argument(call, 0), argument(call, 1));
  return UNKNOWN_VALUE;
};

const setDefault: DictionaryMethod = (dictionary, call) => {
  askKey(call.machine, dictionary, argument(call, 0));
  return setItem(dictionary, call);
};

const has: DictionaryMethod = (dictionary, call) => {
  askKey(call.machine, dictionary, argument(call, 0));
  return PLAIN_VALUE;
};

/** The value, or the argument in its stead. */
const get: DictionaryMethod = (dictionary, call) => {
  askKey(call.machine, dictionary, argument(call, 0));
  return join(UNKNOWN_VALUE, argument(call, 1));
};

const pop: DictionaryMethod = (dictionary, call) => {
  removeKey(call.machine, only(dictionary), argument(call, 0));
  return join(UNKNOWN_VALUE, argument(call, 1));
};

const items: DictionaryMethod = (dictionary, call) => pairsOf(call, only(dictionary));
/** What is gone through in a dictionary is its keys. */
const keys: DictionaryMethod = (dictionary) => only(dictionary);
const plainMethod = (): Value => PLAIN_VALUE;
const unknownMethod = (): Value => UNKNOWN_VALUE;

export const DICTIONARY_METHODS: ReadonlyMap<string, DictionaryMethod> = new Map<string, DictionaryMethod>([
  [
    'update',
    (dictionary, call) => {
      addSource(dictionary, call);
      return PLAIN_VALUE;
    },
  ],
  ['setdefault', setDefault],
  ['__setitem__', setItem],
  ['get', get],
  ['pop', pop],
  ['__delitem__', pop],
  ['popitem', unknownMethod],
  ['clear', plainMethod],
  ['items', items],
  ['iteritems', items],
  ['keys', keys],
  ['iterkeys', keys],
  ['__iter__', keys],
  ['values', unknownMethod],
  ['itervalues', unknownMethod],
  ['__getitem__', get],
  ['has_key', has],
  ['__contains__', has],
  ['__len__', plainMethod],
  ['copy', (dictionary, call) => copyOf(call, only(dictionary))],
]);

/** Adds what `valueOf` tells to the list; what stands where in it is not known then. */
function adding(valueOf: (call: LibraryCall) => Value): ListMethod {
  return (list, call) => {
    addItems(call.machine, list, valueOf(call));
    return PLAIN_VALUE;
  };
}

const addElements = adding((call) => elementsOf(call.machine, argument(call, 0)));

/** Takes an item out, or changes the order. */
const rearrange: ListMethod = (list, call) => {
  leakFunctions(call.machine, call.given);
  loosen(call.machine, list);
  return elementsOf(call.machine, only(list));
};

const union: ListMethod = (list, call) =>
  listOf(call, join(...[only(list), ...call.given.positional].map((part) => elementsOf(call.machine, part))));

export const LIST_METHODS: ReadonlyMap<string, ListMethod> = new Map<string, ListMethod>([
  ['append', adding((call) => argument(call, 0))],
  ['add', adding((call) => argument(call, 0))],
  ['extend', addElements],
  ['update', addElements],
  [
    'insert',
    (list, call) => {
      loosen(call.machine, list);
      addItems(call.machine, list, argument(call, 1));
      return PLAIN_VALUE;
    },
  ],
  ...['pop', 'remove', 'discard', 'clear', 'sort', 'reverse'].map((name): [string, ListMethod] => [name, rearrange]),
  ['copy', (list, call) => copyOf(call, only(list))],
  ['union', union],
  ['index', plainMethod],
  ['count', plainMethod],
]);
