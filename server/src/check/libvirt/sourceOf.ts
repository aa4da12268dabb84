import type { Span } from '../../text/span';

/** Where a piece of rendered XML stands, and where it comes from. */
export interface SourcedPiece {
  readonly output: Span;
  /** In the template. */
  readonly source: Span;
}

/** Rendered XML, as far as it is known where it comes from. */
export interface Sources {
  /** What values put out, in the order of the XML, each with its placeholder. */
  readonly filled: readonly SourcedPiece[];
  /** What was taken over from the template, in the order of the XML. */
  readonly copied: readonly SourcedPiece[];
}

/** Whether two spans share a code unit, or are the same. */
function share(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}

/** Where in the template a stretch of the XML comes from: the first placeholder that had a part in it, or else its own text. */
export function sourceOf(span: Span, { filled, copied }: Sources): Span {
  const value = filled.find(({ output }) => share(output, span));
  if (value) return value.source;
  const piece = copied.find(
    ({ output }) => output.start <= span.start && span.start <= output.end && span.end <= output.end,
  );
  if (!piece) return { start: copied[0]?.source.start ?? 0, end: copied[0]?.source.start ?? 0 };
  const { source, output } = piece;
  // What was written with a backslash is no copy letter by letter.
  if (source.end - source.start !== output.end - output.start) return source;
  const shift = source.start - output.start;
  return { start: span.start + shift, end: span.end + shift };
}
