import { problem, type Problem } from '../problems';
import type { Span } from '../text/span';

/** Something that begins with `${`; `fault` says why it is no placeholder. */
export interface PlaceholderToken {
  readonly span: Span;
  readonly key: string;
  readonly keySpan: Span;
  /** A `?` stands behind the key. */
  readonly optional?: true | undefined;
  readonly fault?: 'empty' | 'unclosed' | 'bad-key' | 'bad-mark' | undefined;
}

/** What a key may be: a letter or `_`, then letters, digits, `_`, `.` and `-`. */
const KEY = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
/** What can stand between the braces at all: the closing brace is never looked for beyond the value or the line. */
const INSIDE = /[^{}<>"'$\r\n]*/y;
/** How much of an unclosed placeholder is its key, and the mark behind it. */
const UNCLOSED_KEY = /[\p{L}\p{N}_.-]*\??/uy;
/** The mark of an optional placeholder, right behind the key. */
export const OPTIONAL_MARK = '?';

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Tells the key from the mark of an optional placeholder behind it. */
function tokenOf(span: Span, written: string): PlaceholderToken {
  const optional = written.endsWith(OPTIONAL_MARK);
  const key = optional ? written.slice(0, -OPTIONAL_MARK.length) : written;
  const start = span.start + '${'.length;
  return { span, key, keySpan: { start, end: start + key.length }, optional: optional ? true : undefined };
}

/** Reads the placeholder whose `${` stands at `at`. Its span never crosses a line end, a quote or a tag. */
export function readPlaceholder(text: string, at: number): PlaceholderToken {
  const start = at + 2;
  const inside = matchAt(INSIDE, text, start);
  const end = start + inside.length;
  if (text[end] !== '}') {
    const written = matchAt(UNCLOSED_KEY, text, start);
    return { ...tokenOf({ start: at, end: start + written.length }, written), fault: 'unclosed' };
  }
  const token = tokenOf({ start: at, end: end + 1 }, inside);
  if (KEY.test(token.key)) return token;
  const bare = withoutMarks(inside);
  if (bare === '') return { ...token, fault: 'empty' };
  return { ...token, fault: inside.includes(OPTIONAL_MARK) && KEY.test(bare) ? 'bad-mark' : 'bad-key' };
}

/** What stands between the braces, without blanks and marks around it. */
function withoutMarks(inside: string): string {
  const blanked = inside.replaceAll(OPTIONAL_MARK, ' ');
  return inside.slice(blanked.length - blanked.trimStart().length, blanked.trimEnd().length);
}

/** Whether a placeholder can name a key. */
export function isKey(text: string): boolean {
  return KEY.test(text);
}

/** A placeholder as it is written. */
export function writePlaceholder(key: string, optional: boolean): string {
  return `\${${key}${optional ? OPTIONAL_MARK : ''}}`;
}

/** A placeholder as near to what is written as one can be: blanks around its key taken away, those inside made to `_`, and its mark put right behind it. */
function mended(written: string): string | undefined {
  const inside = written.slice('${'.length).replace('}', '');
  const key = withoutMarks(inside).replace(/\s+/g, '_');
  return KEY.test(key) ? writePlaceholder(key, inside.includes(OPTIONAL_MARK)) : undefined;
}

const WHAT_IS_WRONG = {
  empty: 'names no key',
  unclosed: 'is not closed by a brace',
  'bad-key': 'holds what is no key: a letter or "_", then letters, digits, "_", "." and "-"',
  'bad-mark': 'is not marked as optional: that takes one "?" right behind the key',
} as const;

/** The problem of a token that is no placeholder, or `undefined` for one that is. */
export function malformedPlaceholder(token: PlaceholderToken, text: string, uri: string): Problem | undefined {
  if (token.fault === undefined) return undefined;
  const written = text.slice(token.span.start, token.span.end);
  const message = `The placeholder '${written}' ${WHAT_IS_WRONG[token.fault]}. Write ${writePlaceholder('key', written.includes(OPTIONAL_MARK))}.`;
  const newText = mended(written);
  if (newText === undefined) return problem('placeholder.malformed', token.span, message);
  return problem('placeholder.malformed', token.span, message, {
    fixes: [{ title: `Write '${newText}'`, changes: [{ uri, span: token.span, newText }], preferred: true }],
  });
}
