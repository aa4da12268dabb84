import { hexadecimal, lineContinuation, type Unescape, unescaped } from './escapes';
import type { Span } from './span';

/** What a Python string literal says, and where that stands in the literal. */
export interface PythonString {
  readonly value: string;
  /** What stands between the quotes. */
  readonly inner: Span;
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** How many digits follow the letter. */
const HEXADECIMAL: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads one string literal, with its prefix and its quotes. Nothing for bytes, and where the value is not known. */
export function readPythonString(literal: string): PythonString | undefined {
  const prefix = prefixOf(literal);
  const quote = quoteAt(literal, prefix.length);
  const start = prefix.length + quote.length;
  const end = literal.length - quote.length;
  if (prefix.includes('b') || end < start || !literal.endsWith(quote)) return undefined;
  const value = unescaped(literal.slice(start, end), prefix.includes('r') ? asIs : unescape);
  return value === undefined ? undefined : { value, inner: { start, end } };
}

function prefixOf(literal: string): string {
  let end = 0;
  while (end < literal.length && literal.charAt(end) !== "'" && literal.charAt(end) !== '"') end++;
  return literal.slice(0, end).toLowerCase();
}

function quoteAt(literal: string, at: number): string {
  const quote = literal.charAt(at);
  return literal.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
}

const asIs: Unescape = (source, at) => ({ value: source.charAt(at), length: 1 });

const unescape: Unescape = (source, at) => {
  const letter = source.charAt(at + 1);
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) return { value: simple, length: 2 };
  const digits = HEXADECIMAL[letter];
  if (digits !== undefined) {
    const value = hexadecimal(source, at + 2, digits);
    return value === undefined ? undefined : { value, length: 2 + digits };
  }
  if (letter === 'N') return undefined;
  return octal(source, at) ?? lineContinuation(source, at) ?? { value: '\\', length: 1 };
};

function octal(source: string, at: number): { value: string; length: number } | undefined {
  let digits = 0;
  while (digits < 3 && '01234567'.includes(source.charAt(at + 1 + digits)) && at + 1 + digits < source.length) digits++;
  if (digits === 0) return undefined;
  return { value: String.fromCodePoint(parseInt(source.slice(at + 1, at + 1 + digits), 8)), length: 1 + digits };
}
