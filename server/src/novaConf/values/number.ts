import { strip } from '../lines';
import type { ValueFault } from './fault';
import { quoted } from './quoted';

/** The limits of a number, both of them allowed. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
}

const INTEGER = /^[+-]?[0-9]+(?:_[0-9]+)*$/;
const FLOAT =
  /^[+-]?(?:inf|infinity|nan|(?:[0-9]+(?:_[0-9]+)*(?:\.(?:[0-9]+(?:_[0-9]+)*)?)?|\.[0-9]+(?:_[0-9]+)*)(?:e[+-]?[0-9]+(?:_[0-9]+)*)?)$/i;

/** What is wrong with `text` as a whole number. An empty text is the same as no setting. */
export function integerFault(text: string, limits: Limits, choices?: readonly string[]): ValueFault | undefined {
  const digits = inAscii(strip(text));
  if (digits === '') return undefined;
  if (!INTEGER.test(digits)) return { message: `${quoted(text)} is no whole number.`, certain: true };
  return choices ? choiceFault(valueOf(digits), choices) : limitFault(valueOf(digits), limits);
}

/** What is wrong with `text` as a number. An empty text is the same as no setting. */
export function floatFault(text: string, limits: Limits): ValueFault | undefined {
  const digits = inAscii(strip(text));
  if (digits === '') return undefined;
  if (!FLOAT.test(digits)) return { message: `${quoted(text)} is no number.`, certain: true };
  return limitFault(valueOf(digits), limits);
}

/** `text` with the digits of other scripts, which Python reads as well, as those from 0 to 9. */
function inAscii(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(countDigitsBelow(digit.codePointAt(0) ?? 0) % 10));
}

/** How many digits stand right before a digit in Unicode, where those of a script stand in their order, ten by ten. */
function countDigitsBelow(code: number): number {
  let below = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(below - 1))) below -= 1;
  return code - below;
}

/** The number that a text of Python's form means. `nan` exceeds no limit. */
function valueOf(digits: string): number {
  const plain = digits.replaceAll('_', '').toLowerCase();
  return plain.includes('inf') ? Number(`${plain.startsWith('-') ? '-' : ''}Infinity`) : Number(plain);
}

function limitFault(value: number, { min, max }: Limits): ValueFault | undefined {
  if (min !== undefined && value < min) return { message: `${value} is too small: the least is ${min}.` };
  if (max !== undefined && value > max) return { message: `${value} is too large: the most is ${max}.` };
  return undefined;
}

function choiceFault(value: number, choices: readonly string[]): ValueFault | undefined {
  if (choices.some((choice) => Number(choice) === value)) return undefined;
  return { message: `${value} is none of ${choices.join(', ')}.`, choices };
}
