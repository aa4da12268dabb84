import type { PythonValue } from '../../pythonValue';

/** The number that a value counts as: True is 1. Undefined if it is none. */
export function toNumber(value: PythonValue): bigint | number | undefined {
  if (typeof value === 'boolean') return BigInt(value);
  return typeof value === 'bigint' || typeof value === 'number' ? value : undefined;
}
