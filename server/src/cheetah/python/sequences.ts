import { isDictionary, isList, pythonTypeName, type PythonValue } from '../../pythonValue';
import { pythonRepr } from '../../pythonText';
import { Refusal } from '../evaluate/refusal';
import { characterAt, characterCount } from './codePoints';
import { toNumber } from './numbers';

/** What Python's `object[index]` gives. Refuses what raises an error there. */
export function subscript(object: PythonValue, index: PythonValue): PythonValue {
  if (isDictionary(object)) return itemOfKey(object, index);
  if (typeof object !== 'string' && !isList(object))
    throw new Refusal(`Python takes no item out of a value of type ${pythonTypeName(object)}.`);
  const item = typeof object === 'string' ? characterAt(object, place(object, index)) : object[place(object, index)];
  if (item === undefined) throw new Refusal(`There is no item ${pythonRepr(index)} in this ${pythonTypeName(object)}.`);
  return item;
}

function itemOfKey(dictionary: ReadonlyMap<string, PythonValue>, key: PythonValue): PythonValue {
  const item = typeof key === 'string' ? dictionary.get(key) : undefined;
  if (item === undefined) throw new Refusal(`The dict has no such key: ${shortRepr(key)}.`);
  return item;
}

function shortRepr(key: PythonValue): string {
  return typeof key === 'object' && key !== null ? `a ${pythonTypeName(key)}` : pythonRepr(key);
}

/** The index from the start: a negative one counts from the end. */
function place(sequence: string | readonly PythonValue[], index: PythonValue): number {
  const number = toNumber(index);
  if (typeof number !== 'bigint')
    throw new Refusal(
      `The index into a ${pythonTypeName(sequence)} has to be an int, and is ${pythonTypeName(index)}.`,
    );
  return Number(number) + (number < 0n ? lengthOf(sequence) : 0);
}

/** What Python's `len(value)` gives. */
export function lengthOf(value: PythonValue): number {
  if (typeof value === 'string') return characterCount(value);
  if (isList(value)) return value.length;
  if (isDictionary(value)) return value.size;
  throw new Refusal(`A value of type ${pythonTypeName(value)} has no length.`);
}

/** What Python's `for item in value` goes through: the items, the characters, the keys. */
export function itemsOf(value: PythonValue): readonly PythonValue[] {
  if (isList(value)) return value;
  if (typeof value === 'string') return Array.from(value);
  if (isDictionary(value)) return [...value.keys()];
  throw new Refusal(`A value of type ${pythonTypeName(value)} has no items to go through.`);
}
