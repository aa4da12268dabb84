import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ChunkedText } from '../text/chunkedText';
import type { Span } from '../text/span';

/**
 * A document that a client has open. It counts positions as the library's does, which copies the whole text and goes over all of its lines
 * with every edit.
 */
export class OpenDocument implements TextDocument {
  #content: ChunkedText;
  #version: number;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    version: number,
    text: string,
  ) {
    this.#content = ChunkedText.of(text);
    this.#version = version;
  }

  /** The text as it is now; a later edit leaves it as it is. */
  get content(): ChunkedText {
    return this.#content;
  }

  get version(): number {
    return this.#version;
  }

  get lineCount(): number {
    return this.#content.lineCount;
  }

  getText(range?: Range): string {
    if (!range) return this.#content.toString();
    const { start, end } = this.#spanOf(range);
    return this.#content.slice(start, end);
  }

  positionAt(offset: number): Position {
    return this.#content.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.#content.offsetAt(position);
  }

  /** A line without what ends it; the first or the last one for one that is not there. */
  getLineRange(line: number): Range {
    const start = { line: Math.max(0, Math.min(line, this.lineCount - 1)), character: 0 };
    if (line < 0) return { start, end: start };
    return { start, end: this.positionAt(this.#lineEnd(start.line)) };
  }

  getEOLCharacters(line: number): string {
    return line < 0 ? '' : this.#content.slice(this.#lineEnd(line), this.offsetAt({ line: line + 1, character: 0 }));
  }

  /** Makes the changes, each in the text that those before it have left. One without a range is the whole text. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes)
      this.#content =
        'range' in change
          ? this.#content.replaced(this.#spanOf(change.range), change.text)
          : ChunkedText.of(change.text);
    this.#version = version;
  }

  #lineEnd(line: number): number {
    return this.offsetAt({ line, character: Infinity });
  }

  /** Some clients say a range backwards. */
  #spanOf({ start, end }: Range): Span {
    const offsets = [this.offsetAt(start), this.offsetAt(end)] as const;
    return { start: Math.min(...offsets), end: Math.max(...offsets) };
  }
}
