import type { Text } from '../code/code';
import { hexadecimal, lineContinuation, type Unescape, unescaped } from '../../text/escapes';
import type { Source } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Reads a string literal, or a template literal without substitutions; nothing where the value is not known. */
export function readString({ text, module }: Source, node: Syntax): Text | undefined {
  const literal = text.slice(node.start, node.end);
  const quote = literal.charAt(0);
  if (node.broken || node.has('Interpolation') || literal.length < 2 || !literal.endsWith(quote)) return undefined;
  const value = unescaped(literal.slice(1, -1), unescape);
  const span = { start: node.start + 1, end: node.end - 1 };
  return value === undefined ? undefined : { kind: 'text', value, uri: module.uri, span };
}

const unescape: Unescape = (source, at) => {
  const letter = source.charAt(at + 1);
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) return { value: simple, length: 2 };
  if (letter === 'x') return withLength(hexadecimal(source, at + 2, 2), 4);
  if (letter === 'u') return unicode(source, at);
  // What is left of octal numbers; and an error in a template.
  if ('0123456789'.includes(letter)) return undefined;
  return lineContinuation(source, at) ?? { value: letter, length: 2 };
};

/** `\u0041`, `\u{1f600}` */
function unicode(source: string, at: number): { value: string; length: number } | undefined {
  if (source.charAt(at + 2) !== '{') return withLength(hexadecimal(source, at + 2, 4), 6);
  const end = source.indexOf('}', at);
  return end < 0 || end > at + 12 ? undefined : withLength(hexadecimal(source, at + 3, end - at - 3), end - at + 1);
}

function withLength(value: string | undefined, length: number): { value: string; length: number } | undefined {
  return value === undefined ? undefined : { value, length };
}
