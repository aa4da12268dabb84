import { problem, type Problem } from '../problems';
import type { Span } from '../text/span';

/** Something that begins with `${`; `fault` says why it is no placeholder. */
export interface PlaceholderToken {
  readonly span: Span;
  readonly key: string;
  readonly keySpan: Span;
  readonly fault?: 'empty' | 'unclosed' | 'bad-key';
}

/** What a key may be: a letter or `_`, then letters, digits, `_`, `.` and `-`. */
const KEY = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
/** What can stand between the braces at all: the closing brace is never looked for beyond the value or the line. */
const INSIDE = /[^{}<>"'$\r\n]*/y;
/** How much of an unclosed placeholder is its key. */
const UNCLOSED_KEY = /[\p{L}\p{N}_.-]*/uy;

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Reads the placeholder whose `${` stands at `at`. Its span never crosses a line end, a quote or a tag. */
export function readPlaceholder(text: string, at: number): PlaceholderToken {
  const start = at + 2;
  const inside = matchAt(INSIDE, text, start);
  const end = start + inside.length;
  if (text[end] !== '}') {
    const key = matchAt(UNCLOSED_KEY, text, start);
    const keyEnd = start + key.length;
    return { span: { start: at, end: keyEnd }, key, keySpan: { start, end: keyEnd }, fault: 'unclosed' };
  }
  const token = { span: { start: at, end: end + 1 }, key: inside, keySpan: { start, end } };
  if (KEY.test(inside)) return token;
  return { ...token, fault: inside.trim() === '' ? 'empty' : 'bad-key' };
}

/** A key as near to `text` as a key can be: blanks around it taken away, those inside made to `_`. */
function mendedKey(text: string): string | undefined {
  const key = text.trim().replace(/\s+/g, '_');
  return KEY.test(key) ? key : undefined;
}

const WHAT_IS_WRONG = {
  empty: 'names no key',
  unclosed: 'is not closed by a brace',
  'bad-key': 'holds what is no key: a letter or "_", then letters, digits, "_", "." and "-"',
} as const;

/** The problem of a token that is no placeholder, or `undefined` for one that is. */
export function malformedPlaceholder(token: PlaceholderToken, text: string, uri: string): Problem | undefined {
  if (token.fault === undefined) return undefined;
  const written = text.slice(token.span.start, token.span.end);
  const message = `The placeholder '${written}' ${WHAT_IS_WRONG[token.fault]}. Write \${key}.`;
  const key = mendedKey(token.key);
  if (key === undefined) return problem('placeholder.malformed', token.span, message);
  const newText = `\${${key}}`;
  return problem('placeholder.malformed', token.span, message, {
    fixes: [{ title: `Write '${newText}'`, changes: [{ uri, span: token.span, newText }], preferred: true }],
  });
}
