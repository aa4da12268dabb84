import { isDictionary, isList, pythonEquals, PythonTuple, pythonTypeName, type PythonValue } from '../../pythonValue';
import { Refusal } from '../evaluate/refusal';
import type { ComparisonOperator } from '../expression';
import { compareTexts } from './codePoints';
import { toNumber } from './numbers';

type Ordering = '<' | '<=' | '>' | '>=';

/** What Python's `left operator right` gives. Refuses what raises an error there. */
export function comparison(operator: ComparisonOperator, left: PythonValue, right: PythonValue): boolean {
  switch (operator) {
    case '==':
      return pythonEquals(left, right);
    case '!=':
      return !pythonEquals(left, right);
    case 'in':
      return contains(right, left);
    case 'not in':
      return !contains(right, left);
    case 'is':
      return isSame(left, right);
    case 'is not':
      return !isSame(left, right);
    default:
      return isOrdered(operator, left, right);
  }
}

function isOrdered(operator: Ordering, left: PythonValue, right: PythonValue): boolean {
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a !== undefined && b !== undefined) return holds(operator, a < b ? -1 : a > b ? 1 : 0);
  if (typeof left === 'string' && typeof right === 'string') return holds(operator, compareTexts(left, right));
  if (isList(left) && isList(right) && left instanceof PythonTuple === right instanceof PythonTuple)
    return areOrdered(operator, left, right);
  throw new Refusal(`Python has no '${operator}' for ${pythonTypeName(left)} and ${pythonTypeName(right)}.`);
}

function holds(operator: Ordering, order: number): boolean {
  if (order === 0) return operator === '<=' || operator === '>=';
  return order < 0 === (operator === '<' || operator === '<=');
}

/** The first items that differ decide; where none does, the lengths. */
function areOrdered(operator: Ordering, left: readonly PythonValue[], right: readonly PythonValue[]): boolean {
  for (const [index, item] of left.entries()) {
    const other = right[index];
    if (other === undefined) break;
    if (!pythonEquals(item, other)) return isOrdered(operator, item, other);
  }
  return holds(operator, left.length - right.length);
}

function contains(container: PythonValue, item: PythonValue): boolean {
  if (isList(container)) return container.some((other) => pythonEquals(other, item));
  if (isDictionary(container)) return hasKey(container, item);
  if (typeof container === 'string' && typeof item === 'string') return container.includes(item);
  throw new Refusal(`Python has no 'in' for ${pythonTypeName(item)} and ${pythonTypeName(container)}.`);
}

/** Keys are texts alone; Python refuses to look for what could be no key at all. */
function hasKey(dictionary: ReadonlyMap<string, PythonValue>, key: PythonValue): boolean {
  if (typeof key === 'string') return dictionary.has(key);
  if (isHashable(key)) return false;
  throw new Refusal(`A ${pythonTypeName(key)} cannot be a key of a dict.`);
}

function isHashable(value: PythonValue): boolean {
  if (value instanceof PythonTuple) return value.every(isHashable);
  return !isList(value) && !isDictionary(value);
}

/** None, True and False are there once; of equal texts and numbers it is Python's own affair whether they are one. */
function isSame(left: PythonValue, right: PythonValue): boolean {
  if (isSingle(left) || isSingle(right)) return left === right;
  if (pythonTypeName(left) !== pythonTypeName(right)) return false;
  throw new Refusal("'is' is understood for None, True and False alone; write '=='.");
}

function isSingle(value: PythonValue): boolean {
  return value === null || typeof value === 'boolean';
}
