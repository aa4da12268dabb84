import type { Position } from 'vscode-languageserver-types';
import { chunksOf, type Chunk } from './chunk';
import { beforeLineEnds } from './lineEnds';
import { lastAtMost } from './sorted';
import type { Span } from './span';
import type { Text } from './text';

/** For each item, the sum of those before it; and the sum of all. */
function sumsBefore(numbers: readonly number[]): { readonly before: readonly number[]; readonly all: number } {
  let all = 0;
  const before = numbers.map((number) => (all += number) - number);
  return { before, all };
}

/**
 * A text in chunks of whole lines, which never changes. An edit makes the next text out of the chunks that it touches and takes
 * over all others, so that it costs as much as it is long, however long the text is; and what two texts share is plain by their
 * chunks. One string would be copied as a whole: V8 does so when a text that was put together is looked into.
 */
export class ChunkedText implements Text {
  readonly length: number;
  /** Where each chunk starts. */
  readonly #starts: readonly number[];
  #lines: { readonly before: readonly number[]; readonly all: number } | undefined;
  #whole: string | undefined;

  private constructor(readonly chunks: readonly Chunk[]) {
    const { before, all } = sumsBefore(chunks.map(({ text }) => text.length));
    this.#starts = before;
    this.length = all;
  }

  static of(text: string): ChunkedText {
    return new ChunkedText(chunksOf(text));
  }

  get lineCount(): number {
    return this.#lineEnds.all + 1;
  }

  /** The text with `newText` in place of what stands at `span`. */
  replaced({ start, end }: Span, newText: string): ChunkedText {
    // Chunks that the span only touches are cut anew as well: a CR and an LF may come together there, or a chunk lose its last line end.
    const first = this.#chunkAt(Math.max(start - 1, 0));
    const last = this.#chunkAt(end);
    const head = this.slice(this.#startOf(first), start);
    const tail = this.#textOf(last).slice(end - this.#startOf(last));
    const between = chunksOf(head + newText + tail);
    return new ChunkedText([...this.chunks.slice(0, first), ...between, ...this.chunks.slice(last + 1)]);
  }

  slice(start: number, end: number): string {
    if (start >= end) return '';
    const first = this.#chunkAt(start);
    const from = start - this.#startOf(first);
    let sliced = this.#textOf(first).slice(from, from + end - start);
    for (let next = first + 1; next < this.chunks.length && this.#startOf(next) < end; next++)
      sliced += this.#textOf(next).slice(0, end - this.#startOf(next));
    return sliced;
  }

  toString(): string {
    return (this.#whole ??= this.chunks.map(({ text }) => text).join(''));
  }

  /** The position of an offset, the text's ends for one outside of it; before the line end for an offset in the middle of one. */
  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.length));
    const index = this.#chunkAt(within);
    const { text, lineEnds } = this.#chunk(index);
    const at = within - this.#startOf(index);
    const ends = lastAtMost(lineEnds, at) + 1;
    const lineStart = lineEnds[ends - 1] ?? 0;
    return { line: this.#linesBefore(index) + ends, character: beforeLineEnds(text, at, lineStart) - lineStart };
  }

  /** The offset of a position; the end of its line for one behind that, and the text's ends for a line that is not there. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.length;
    const index = lastAtMost(this.#lineEnds.before, line);
    const { text, lineEnds } = this.#chunk(index);
    const ends = line - this.#linesBefore(index);
    const lineStart = lineEnds[ends - 1] ?? 0;
    const lineEnd = lineEnds[ends] ?? text.length;
    const at = Math.min(lineStart + Math.max(0, character), lineEnd);
    return this.#startOf(index) + beforeLineEnds(text, at, lineStart);
  }

  /** The lines that end before each chunk, and in all. */
  get #lineEnds(): { readonly before: readonly number[]; readonly all: number } {
    return (this.#lines ??= sumsBefore(this.chunks.map(({ lineEnds }) => lineEnds.length)));
  }

  /** The index of the chunk that an offset lies in; of the last one for the text's end. */
  #chunkAt(offset: number): number {
    return lastAtMost(this.#starts, offset);
  }

  #startOf(index: number): number {
    return this.#starts[index] ?? this.length;
  }

  #linesBefore(index: number): number {
    return this.#lineEnds.before[index] ?? 0;
  }

  #chunk(index: number): Chunk {
    const chunk = this.chunks[index];
    if (!chunk) throw new RangeError(`There is no chunk ${index}.`);
    return chunk;
  }

  #textOf(index: number): string {
    return this.#chunk(index).text;
  }
}
