import { readPythonString } from '../../text/pythonString';
import type { Span } from '../../text/span';
import type { LiteralValue } from '../expression';

/** A literal that was read, or what is wrong with it: with Python's syntax, or because we do not understand it. */
export type LiteralReading =
  { readonly value: LiteralValue; readonly inner?: Span } | { readonly invalid: string } | { readonly unknown: string };

const INTEGER = /^(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0(?:_?0)*|[1-9](?:_?\d)*)$/;
const DIGITS = '\\d(?:_?\\d)*';
const FLOAT = new RegExp(`^(?:${DIGITS}\\.(?:${DIGITS})?|\\.${DIGITS}|${DIGITS}(?=[eE]))(?:[eE][-+]?${DIGITS})?$`);
/** Python refuses longer ones in a source. */
const MAX_DIGITS = 4300;

/** Reads a number as Python writes it. */
export function readNumber(text: string): LiteralReading {
  const digits = text.replaceAll('_', '');
  if (/^[\d.][\d._eE+-]*[jJ]$/.test(text)) return { unknown: 'Complex numbers' };
  if (INTEGER.test(text))
    return digits.length > MAX_DIGITS ? { invalid: 'The number is too long for Python.' } : { value: BigInt(digits) };
  if (FLOAT.test(text)) return { value: Number(digits) };
  const isOctal = /^0[0-7_]+$/.test(text);
  return { invalid: isOctal ? 'Python writes octal numbers 0o….' : 'This is no number of Python.' };
}

/** Reads a string with its prefix and its quotes. */
export function readString(literal: string): LiteralReading {
  const [prefix = ''] = /^\w*/.exec(literal) ?? [];
  if (/b/i.test(prefix)) return { unknown: "Bytes, b'…'," };
  if (/f/i.test(prefix)) return { unknown: "Format strings, f'…'," };
  const isTriple = /^\w*('''|""")/.test(literal);
  if (!isTriple && /(?<!\\)[\r\n]/.test(literal)) return { invalid: 'The string does not end in its line.' };
  const string = readPythonString(literal);
  if (string)
    return string.value === literal.slice(string.inner.start, string.inner.end) ? string : { value: string.value };
  if (literal.includes('\\N{')) return { unknown: 'Characters that are given by name, \\N{…},' };
  return { invalid: 'An escape sequence of the string is not complete.' };
}
