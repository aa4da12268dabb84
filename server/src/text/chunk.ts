import { behindLineEnd, behindLineEnds } from './lineEnds';
import { ownSlice } from './ownSlice';

/** How long a chunk is at least (code units) where a text is cut: long enough that a text has few, short enough that an edit copies little. */
const SIZE = 4096;

/** Whole lines of a text; only the last chunk of one may end within a line. It never changes. */
export class Chunk {
  #lineEnds: readonly number[] | undefined;

  constructor(readonly text: string) {}

  /** The offset behind each of its line ends. */
  get lineEnds(): readonly number[] {
    return (this.#lineEnds ??= behindLineEnds(this.text));
  }
}

/** Cuts whole lines into chunks: one at least, and each with memory of its own. */
export function chunksOf(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  while (text.length - from >= 2 * SIZE) {
    const to = behindLineEnd(text, from + SIZE) ?? text.length;
    chunks.push(new Chunk(ownSlice(text, { start: from, end: to })));
    from = to;
  }
  const rest = ownSlice(text, { start: from, end: text.length });
  return rest === '' && chunks.length > 0 ? chunks : [...chunks, new Chunk(rest)];
}
