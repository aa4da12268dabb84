import type { Span } from '../../text/span';

/** How long a piece is at least (code units), but for the last one of a stretch: long enough that a file has few, short enough to be read at once. */
const SIZE = 1024;

/** The end of a line behind which a piece may start: an indented line belongs to what stands above it. */
const CUT = /(?:\r\n|\r(?!\n)|\n)(?![ \t])/g;

/** Cuts a stretch of a text, which starts and ends where a piece may, into pieces. What stands in one is read in the same way wherever it is cut. */
export function cut(text: string, { start, end }: Span): readonly Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from >= 2 * SIZE) {
    CUT.lastIndex = from + SIZE;
    const to = CUT.exec(text) ? Math.min(CUT.lastIndex, end) : end;
    spans.push({ start: from, end: to });
    from = to;
  }
  return from < end ? [...spans, { start: from, end }] : spans;
}
