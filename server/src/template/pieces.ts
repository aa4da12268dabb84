import type { CommonEnds } from '../text/commonEnds';
import { lastAtMost } from '../text/sorted';
import type { Text } from '../text/text';
import { Finder } from './finder';
import type { OnRead, Piece } from './piece';
import { readPiece } from './readPiece';
import type { TemplateSource } from './templateSource';

/** A text, cut into pieces without gaps. */
export interface Pieces {
  readonly text: Text;
  readonly list: readonly Piece[];
  /** Where each piece starts in the text. */
  readonly starts: readonly number[];
}

/** What was read of the text before an edit, and what the two texts have in common. */
export interface Before {
  readonly pieces: Pieces;
  readonly ends: CommonEnds;
}

/** Those pieces of the text before that are of use for the next one. */
class Reusable {
  readonly earlier: Pieces;
  readonly #prefix: number;
  /** From this offset of the new text on, all is as it was before. */
  readonly #suffixStart: number;
  /** How much farther behind that stands now. */
  readonly #moved: number;

  constructor({ pieces, ends: { prefix, suffix } }: Before, text: Text) {
    this.earlier = pieces;
    this.#prefix = prefix;
    this.#suffixStart = text.length - suffix;
    this.#moved = text.length - pieces.text.length;
  }

  /** How many of the first pieces can be taken over. */
  get front(): number {
    const { list, starts } = this.earlier;
    let count = 0;
    while ((starts[count] ?? 0) + (list[count]?.reach ?? Infinity) <= this.#prefix) count++;
    return count;
  }

  /** A piece that began at this offset too, where nothing has changed that it hangs on. */
  at(start: number): Piece | undefined {
    if (start > this.#prefix) return undefined;
    const index = this.#indexOf(start);
    const piece = index === undefined ? undefined : this.earlier.list[index];
    return piece && start + piece.reach <= this.#prefix ? piece : undefined;
  }

  /** All pieces from this offset on, where one began at the same place and the text behind is the same. The first one of a file is read otherwise than the others. */
  from(start: number): Omit<Pieces, 'text'> | undefined {
    const before = start - this.#moved;
    if (start < this.#suffixStart || start === 0 || before === 0) return undefined;
    const index = this.#indexOf(before);
    if (index === undefined) return undefined;
    const { list, starts } = this.earlier;
    return { list: list.slice(index), starts: starts.slice(index).map((known) => known + this.#moved) };
  }

  #indexOf(start: number): number | undefined {
    const { starts } = this.earlier;
    const index = lastAtMost(starts, start);
    return starts[index] === start ? index : undefined;
  }
}

/**
 * Cuts a file into its pieces and reads them. Each begins where the one before it ends, and but for the first one it does not
 * matter what that is: so a piece of the text before is taken over wherever one begins at the same place, and the text
 * that it was read from is the same. What it costs beside the pieces that are read is a copy of two lists.
 */
export function readPieces(
  text: Text,
  source: TemplateSource,
  before: Before | undefined,
  onRead: OnRead | undefined,
): Pieces {
  const reusable = before && new Reusable(before, text);
  const finder = new Finder(text);
  const front = reusable?.front ?? 0;
  const list = reusable?.earlier.list.slice(0, front) ?? [];
  const starts = reusable?.earlier.starts.slice(0, front) ?? [];
  let at = (starts.at(-1) ?? 0) + (list.at(-1)?.text.length ?? 0);
  while (at < text.length || list.length === 0) {
    const rest = reusable?.from(at);
    if (rest) return { text, list: list.concat(rest.list), starts: starts.concat(rest.starts) };
    const piece = reusable?.at(at) ?? readPiece(text, at, source, finder, onRead);
    list.push(piece);
    starts.push(at);
    at += piece.text.length;
  }
  return { text, list, starts };
}
