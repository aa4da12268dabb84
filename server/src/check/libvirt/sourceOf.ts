import { firstEndingAt } from '../../text/sorted';
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

/** The first of the pieces at a stretch of the XML that fits. */
function pieceAt(
  pieces: readonly SourcedPiece[],
  { start, end }: Span,
  fits: (output: Span) => boolean,
): SourcedPiece | undefined {
  for (let index = firstEndingAt(pieces, ({ output }) => output, start); ; index++) {
    const piece = pieces[index];
    if (!piece || piece.output.start > end) return undefined;
    if (fits(piece.output)) return piece;
  }
}

/** Where in the template a stretch of the XML comes from: the first placeholder that had a part in it, or else its own text. */
export function sourceOf(span: Span, { filled, copied }: Sources): Span {
  const value = pieceAt(filled, span, (output) => share(output, span));
  if (value) return value.source;
  const piece = pieceAt(copied, span, ({ start, end }) => start <= span.start && span.end <= end);
  if (!piece) return { start: copied[0]?.source.start ?? 0, end: copied[0]?.source.start ?? 0 };
  const { source, output } = piece;
  // What was written with a backslash is no copy letter by letter.
  if (source.end - source.start !== output.end - output.start) return source;
  const shift = source.start - output.start;
  return { start: span.start + shift, end: span.end + shift };
}
