import type { PythonDictionary, PythonValue } from '../../../server/src/pythonValue';

/** A value of a test: `5` is an int, `1.5` a float. */
export type Plain = null | boolean | number | bigint | string | readonly Plain[] | { readonly [key: string]: Plain };

/** The value as Python has it. */
function pythonic(value: Plain): PythonValue {
  if (Array.isArray(value)) return (value as readonly Plain[]).map(pythonic);
  if (typeof value === 'object' && value !== null) return dictionary(value as Readonly<Record<string, Plain>>);
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;
}

/** Values by their names: what a template is rendered with. */
export function dictionary(entries: Readonly<Record<string, Plain>>): PythonDictionary {
  return new Map(Object.entries(entries).map(([key, value]) => [key, pythonic(value)]));
}
