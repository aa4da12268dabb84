import type { Position, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../text/span';

/** Gives the document of a URI, open or on the disk; `undefined` where there is none. */
export type DocumentOf = (uri: string) => TextDocument | undefined;

/** Counts positions in a text, or in a part of one. */
export interface Positions {
  positionAt(offset: number): Position;
}

/** The range of a span, in UTF-16 code units as LSP counts by default. */
export function toRange(document: Positions, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The span of a range. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
