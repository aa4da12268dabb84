import type { CheetahFile, Node } from '../cheetah/syntax';
import type { Span } from '../text/span';
import { bodiesOf } from './nodes';

/** A stretch of the text that goes into the output, or a placeholder that does. */
export interface VisiblePiece extends Span {
  /** The list of nodes that it stands in: a tag whose ends stand in different ones is cut apart by a directive. */
  readonly body: readonly Node[];
  /** Whether a value stands there in place of the text itself. */
  readonly isValue: boolean;
}

/** What of a Cheetah file goes into the output, as an XML parser may look at it. */
export interface VisibleText {
  /** As long as the file: directives and comments are blanks in it, and each character of a value a `_`. */
  readonly masked: string;
  /** In the order of the text. */
  readonly pieces: readonly VisiblePiece[];
}

/** `$` means nothing in text that Cheetah has read already. */
function withoutSigns(text: string): string {
  return text.replaceAll('$', '_');
}

function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function* piecesOf(nodes: readonly Node[]): Generator<VisiblePiece> {
  const left: { readonly node: Node; readonly body: readonly Node[] }[] = [];
  const push = (body: readonly Node[]): void => {
    for (const node of body.toReversed()) left.push({ node, body });
  };
  push(nodes);
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, body } = next;
    if (node.kind === 'text') yield { ...node.span, body, isValue: false };
    else if (node.kind === 'raw') yield { ...node.content.span, body, isValue: false };
    else if (node.kind === 'placeholder' || node.kind === 'echo' || node.kind === 'ternary')
      yield { ...node.span, body, isValue: true };
    for (const inner of bodiesOf(node).toReversed()) push(inner);
  }
}

/** Blanks all of a file that does not go into its output, and masks the values that do. */
export function visibleText(text: string, { nodes }: CheetahFile): VisibleText {
  const pieces = [...piecesOf(nodes)];
  let masked = '';
  let at = 0;
  for (const { start, end, isValue } of pieces) {
    const written = text.slice(start, end);
    masked += blanked(text.slice(at, start)) + (isValue ? '_'.repeat(end - start) : withoutSigns(written));
    at = end;
  }
  return { masked: masked + blanked(text.slice(at)), pieces };
}

/** The index of the first piece that ends behind an offset. */
function firstBehind(pieces: readonly VisiblePiece[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The piece that holds the character at an offset; `undefined` where it belongs to a directive. */
export function pieceAt(pieces: readonly VisiblePiece[], offset: number): VisiblePiece | undefined {
  const piece = pieces[firstBehind(pieces, offset)];
  return piece && piece.start <= offset ? piece : undefined;
}

/** The pieces that share a character with a span, in their order. */
export function* piecesWithin(pieces: readonly VisiblePiece[], { start, end }: Span): Generator<VisiblePiece> {
  for (let index = firstBehind(pieces, start); ; index++) {
    const piece = pieces[index];
    if (!piece || piece.start >= end) return;
    yield piece;
  }
}
