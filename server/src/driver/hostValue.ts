import { pythonRepr } from '../pythonText';
import { isDictionary, isList, PythonTuple, type PythonValue } from '../pythonValue';

/** A value of the network dictionary as a host's answer holds it: JSON alone tells neither ints from floats nor tuples from lists. */
export type HostValue =
  | null
  | boolean
  | string
  | { readonly int: string }
  /** As Python's repr writes it. */
  | { readonly float: string }
  | { readonly list: readonly HostValue[] }
  | { readonly tuple: readonly HostValue[] }
  | { readonly dict: readonly (readonly [key: string, value: HostValue])[] };

/** How deep lists and dictionaries may lie in each other. The Python host has the same. */
export const MAX_DEPTH = 100;
/** How many values one key may stand for. The Python host has the same. */
export const MAX_VALUES = 100_000;

/** Writes a value for an answer. */
export function toHostValue(value: PythonValue): HostValue {
  if (isDictionary(value)) return { dict: [...value].map(([key, item]) => [key, toHostValue(item)]) };
  if (isList(value)) return { list: Array.from(value, toHostValue) };
  switch (typeof value) {
    case 'bigint':
      return { int: String(value) };
    case 'number':
      return { float: pythonRepr(value) };
    default:
      return value;
  }
}

/** Reads a value of an answer. Undefined where it is none: a driver shares the host's process and may write anything. */
export function fromHostValue(value: unknown, depth = 0): PythonValue | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value !== 'object' || depth > MAX_DEPTH) return undefined;
  const { int, float, list, tuple, dict } = value as Readonly<Record<string, unknown>>;
  if (typeof int === 'string') return /^-?\d+$/.test(int) ? BigInt(int) : undefined;
  if (typeof float === 'string') return floatOf(float);
  if (Array.isArray(list)) return itemsOf(list, depth);
  if (Array.isArray(tuple)) {
    const items = itemsOf(tuple, depth);
    return items && PythonTuple.from(items);
  }
  return Array.isArray(dict) ? dictionaryOf(dict, depth) : undefined;
}

/** The same with the floats that JSON has no literal for. */
function floatOf(text: string): number | undefined {
  const special = new Map([
    ['nan', NaN],
    ['inf', Infinity],
    ['-inf', -Infinity],
  ]).get(text);
  if (special !== undefined) return special;
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

function itemsOf(values: readonly unknown[], depth: number): readonly PythonValue[] | undefined {
  const items = values.map((value) => fromHostValue(value, depth + 1));
  return items.every((item) => item !== undefined) ? items : undefined;
}

function dictionaryOf(entries: readonly unknown[], depth: number): PythonValue | undefined {
  const dictionary = new Map<string, PythonValue>();
  for (const entry of entries) {
    const [key, item] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    const value = item === undefined ? undefined : fromHostValue(item, depth + 1);
    if (typeof key !== 'string' || value === undefined) return undefined;
    dictionary.set(key, value);
  }
  return dictionary;
}
