import { isList, pythonTypeName, PythonTuple, type PythonValue } from '../../pythonValue';
import { Refusal } from '../evaluate/refusal';
import type { ArithmeticOperator } from '../expression';
import { floatFloorDivision, floatModulo, toFloat } from './floats';
import { limitedInt, limitedPower, limitItems, limitText } from './limits';
import { toNumber } from './numbers';
import { percentFormat } from './percentFormat';

/** What Python's `left operator right` gives. Refuses what raises an error there, and what gets too large. */
export function arithmetic(operator: ArithmeticOperator, left: PythonValue, right: PythonValue): PythonValue {
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a !== undefined && b !== undefined)
    return typeof a === 'bigint' && typeof b === 'bigint'
      ? ofInts(operator, a, b)
      : ofFloats(operator, toFloat(a), toFloat(b));
  if (operator === '%' && typeof left === 'string') return percentFormat(left, right);
  const joined =
    operator === '+'
      ? joinedSequences(left, right)
      : operator === '*'
        ? (repeated(left, right) ?? repeated(right, left))
        : undefined;
  if (joined !== undefined) return joined;
  throw new Refusal(`Python has no '${operator}' for ${pythonTypeName(left)} and ${pythonTypeName(right)}.`);
}

/** What Python's `-operand` or `+operand` gives. */
export function signed(operator: '-' | '+', operand: PythonValue): PythonValue {
  const number = toNumber(operand);
  if (number === undefined) throw new Refusal(`Python has no '${operator}' for ${pythonTypeName(operand)}.`);
  return operator === '-' ? -number : number;
}

function ofInts(operator: ArithmeticOperator, a: bigint, b: bigint): bigint | number {
  switch (operator) {
    case '+':
      return limitedInt(a + b);
    case '-':
      return limitedInt(a - b);
    case '*':
      return limitedInt(a * b);
    case '/':
      return quotient(a, nonZero(b));
    case '//':
      return floorQuotient(a, nonZero(b));
    case '%':
      return a - floorQuotient(a, nonZero(b)) * b;
    case '**':
      if (b < 0n) throw new Refusal('Powers other than those of an int and a positive int are not understood.');
      return limitedPower(a, b);
  }
}

function ofFloats(operator: ArithmeticOperator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return aNumber(a + b);
    case '-':
      return aNumber(a - b);
    case '*':
      return aNumber(a * b);
    case '/':
      return aNumber(a / nonZero(b));
    case '//':
      return aNumber(floatFloorDivision(a, nonZero(b)));
    case '%':
      return aNumber(floatModulo(a, nonZero(b)));
    case '**':
      throw new Refusal('Powers other than those of an int and a positive int are not understood.');
  }
}

function nonZero<T extends bigint | number>(divisor: T): T {
  if (Number(divisor) === 0) throw new Refusal('This divides by zero.');
  return divisor;
}

function aNumber(value: number): number {
  if (Number.isNaN(value)) throw new Refusal("What this gives is no number (Python's nan).");
  return value;
}

/** Python rounds the exact quotient to the nearest float; so does JavaScript where both ints are floats as they are. */
function quotient(a: bigint, b: bigint): number {
  const [dividend, divisor] = [Number(a), Number(b)];
  if (!Number.isSafeInteger(dividend) || !Number.isSafeInteger(divisor))
    throw new Refusal("'/' of ints beyond 2 ** 53 is not understood.");
  return dividend / divisor;
}

function floorQuotient(a: bigint, b: bigint): bigint {
  const truncated = a / b;
  return truncated * b !== a && a < 0n !== b < 0n ? truncated - 1n : truncated;
}

function joinedSequences(left: PythonValue, right: PythonValue): PythonValue | undefined {
  if (typeof left === 'string' && typeof right === 'string') {
    limitText(left.length + right.length);
    return left + right;
  }
  if (!isList(left) || !isList(right) || left instanceof PythonTuple !== right instanceof PythonTuple) return undefined;
  limitItems(left.length + right.length);
  return alike(left, [...left, ...right]);
}

function repeated(sequence: PythonValue, times: PythonValue): PythonValue | undefined {
  const number = toNumber(times);
  if (typeof number !== 'bigint' || !(typeof sequence === 'string' || isList(sequence))) return undefined;
  if (BigInt.asIntN(64, number) !== number) throw new Refusal('This int is too large to repeat anything so often.');
  const count = number < 0n ? 0 : Number(number);
  if (sequence.length === 0 || count === 0) return typeof sequence === 'string' ? '' : alike(sequence, []);
  if (typeof sequence === 'string') {
    limitText(sequence.length * count);
    return sequence.repeat(count);
  }
  limitItems(sequence.length * count);
  return alike(sequence, Array.from({ length: count }, () => sequence).flat());
}

/** The items as a tuple if `sequence` is one, else as a list. */
function alike(sequence: readonly PythonValue[], items: readonly PythonValue[]): readonly PythonValue[] {
  return sequence instanceof PythonTuple ? PythonTuple.from(items) : items;
}
