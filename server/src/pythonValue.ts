/**
 * A value as Python has it, built of what JSON can hold. A bigint is Python's int, a number its float, an array a list
 * (a tuple, where it is a PythonTuple), and a Map a dict.
 */
export type PythonValue = null | boolean | bigint | number | string | readonly PythonValue[] | PythonDictionary;

/** A dict whose keys are strings, in the order in which they were set. */
export type PythonDictionary = ReadonlyMap<string, PythonValue>;

/** A tuple. Make it with `PythonTuple.from(items)`. */
export class PythonTuple extends Array<PythonValue> {}

/** Whether a value is a dict. */
export function isDictionary(value: PythonValue | undefined): value is PythonDictionary {
  return value instanceof Map;
}

/** Whether a value is a list or a tuple. */
export function isList(value: PythonValue | undefined): value is readonly PythonValue[] {
  return Array.isArray(value);
}

/** What Python's `type(value).__name__` gives, such as `NoneType` and `dict`. */
export function pythonTypeName(value: PythonValue): string {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return 'float';
    case 'string':
      return 'str';
    default:
      if (value === null) return 'NoneType';
      if (isDictionary(value)) return 'dict';
      return value instanceof PythonTuple ? 'tuple' : 'list';
  }
}

/** What Python's `bool(value)` gives. */
export function isTruthy(value: PythonValue): boolean {
  if (isDictionary(value)) return value.size > 0;
  if (isList(value)) return value.length > 0;
  return value !== null && value !== false && value !== 0 && value !== 0n && value !== '';
}

/** What Python's `left == right` gives: `1`, `1.0` and `True` are equal, a list and a tuple are not. */
export function pythonEquals(left: PythonValue, right: PythonValue): boolean {
  if (isDictionary(left) || isDictionary(right))
    return isDictionary(left) && isDictionary(right) && equalDictionaries(left, right);
  if (isList(left) || isList(right)) return isList(left) && isList(right) && equalLists(left, right);
  return equalScalars(asNumber(left), asNumber(right));
}

function equalDictionaries(left: PythonDictionary, right: PythonDictionary): boolean {
  const isSame = ([key, value]: [string, PythonValue]): boolean => {
    const other = right.get(key);
    return other !== undefined && pythonEquals(value, other);
  };
  return left.size === right.size && [...left].every(isSame);
}

function equalLists(left: readonly PythonValue[], right: readonly PythonValue[]): boolean {
  if (left.length !== right.length || left instanceof PythonTuple !== right instanceof PythonTuple) return false;
  return left.every((item, index) => pythonEquals(item, right[index] ?? null));
}

type Scalar = null | bigint | number | string;

function asNumber(value: null | boolean | bigint | number | string): Scalar {
  return typeof value === 'boolean' ? BigInt(value) : value;
}

/** An int and a float are compared as the numbers they are, without rounding. */
function equalScalars(left: Scalar, right: Scalar): boolean {
  if (typeof left === 'bigint' && typeof right === 'number') return Number.isInteger(right) && BigInt(right) === left;
  if (typeof left === 'number' && typeof right === 'bigint') return equalScalars(right, left);
  return left === right;
}
