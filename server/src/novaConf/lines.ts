import type { Span } from '../text/span';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What Python's `str.strip` takes for blank. JavaScript's `trim` takes another set, the byte order mark among it. */
const BLANKS = new Set(
  ' \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);

/** The lines of `text`, without their ends: CRLF, LF or a lone CR, as Python reads a text file. */
export function* lines(text: string): Generator<Span> {
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character !== LINE_FEED && character !== CARRIAGE_RETURN) continue;
    yield { start, end: at };
    if (character === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at += 1;
    start = at + 1;
  }
  yield { start, end: text.length };
}

/** `span` without the blanks at its start. */
export function trimStart(text: string, { start, end }: Span): Span {
  let at = start;
  while (at < end && BLANKS.has(text.charAt(at))) at += 1;
  return { start: at, end };
}

/** `span` without the blanks at its end. */
export function trimEnd(text: string, { start, end }: Span): Span {
  let at = end;
  while (at > start && BLANKS.has(text.charAt(at - 1))) at -= 1;
  return { start, end: at };
}

/** `span` without the blanks at both ends. Of nothing but blanks, its start stays. */
export function trim(text: string, span: Span): Span {
  return trimStart(text, trimEnd(text, span));
}

/** Whether a span holds no character. */
export function isEmpty({ start, end }: Span): boolean {
  return start === end;
}

/** `text` without the blanks at both ends, as Python's `str.strip` gives it. */
export function strip(text: string): string {
  const { start, end } = trim(text, { start: 0, end: text.length });
  return text.slice(start, end);
}
