import type { Position, Range } from 'vscode-languageserver-types';
import type { RenderAnswer, RenderedPiece } from '../../../server/src/wire/protocol';

/** What a rendered document shows. */
export interface Shown {
  readonly answer: RenderAnswer;
  /** How many lines stand above the XML. */
  readonly remarkLines: number;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Where a range of the XML stands in the document. */
export function inDocument({ remarkLines }: Shown, { start, end }: Range): Range {
  const down = ({ line, character }: Position): Position => ({ line: line + remarkLines, character });
  return { start: down(start), end: down(end) };
}

/** The value at a place of the document, that in front of it included. */
export function pieceAt(shown: Shown, position: Position): RenderedPiece | undefined {
  return shown.answer.pieces.find(({ range }) => {
    const { start, end } = inDocument(shown, range);
    return !isBefore(position, start) && !isBefore(end, position);
  });
}
