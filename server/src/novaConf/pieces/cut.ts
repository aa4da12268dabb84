import { shifted, type Span } from '../../text/span';
import type { Text } from '../../text/text';

/** How long a piece is at least (code units), but for the last one of a stretch: long enough that a file has few, short enough to be read at once. */
const SIZE = 1024;

/** The end of a line behind which a piece may start: an indented line belongs to what stands above it. */
const CUT = /(?:\r\n|\r(?!\n)|\n)(?![ \t])/g;

/** Cuts a stretch of a text, which starts and ends where a piece may, into pieces. What stands in one is read in the same way wherever it is cut. */
export function cut(text: Text, { start, end }: Span): readonly Span[] {
  return cutAll(text.slice(start, end)).map((span) => shifted(span, start));
}

function cutAll(text: string): readonly Span[] {
  const spans: Span[] = [];
  const end = text.length;
  let from = 0;
  while (end - from >= 2 * SIZE) {
    CUT.lastIndex = from + SIZE;
    const to = CUT.exec(text) ? CUT.lastIndex : end;
    spans.push({ start: from, end: to });
    from = to;
  }
  return from < end ? [...spans, { start: from, end }] : spans;
}
