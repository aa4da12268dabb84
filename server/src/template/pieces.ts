import { commonEnds } from '../text/commonEnds';
import { Finder } from './finder';
import type { Piece } from './piece';
import { readPiece } from './readPiece';
import type { TemplateSource } from './templateSource';

/** A text, cut into pieces without gaps. */
export interface Pieces {
  readonly text: string;
  readonly list: readonly Piece[];
  /** Where each piece starts in the text. */
  readonly starts: readonly number[];
}

/** Those pieces of the text before that are of use for the next one. Asked with offsets that grow. */
class Reusable {
  readonly #prefix: number;
  /** From this offset of the new text on, all is as it was before. */
  readonly #suffixStart: number;
  /** How much farther behind that stands now. */
  readonly #moved: number;
  #next = 0;

  constructor(
    private readonly earlier: Pieces,
    text: string,
  ) {
    const { prefix, suffix } = commonEnds(earlier.text, text);
    this.#prefix = prefix;
    this.#suffixStart = text.length - suffix;
    this.#moved = text.length - earlier.text.length;
  }

  /** The piece that began at this offset too, where nothing has changed that it hangs on. */
  at(start: number): Piece | undefined {
    const inSuffix = start >= this.#suffixStart;
    if (!inSuffix && start > this.#prefix) return undefined;
    const before = inSuffix ? start - this.#moved : start;
    const { list, starts } = this.earlier;
    while ((starts[this.#next] ?? Infinity) < before) this.#next++;
    const piece = starts[this.#next] === before ? list[this.#next] : undefined;
    return piece && (inSuffix || before + piece.reach <= this.#prefix) && this.#isAlike(before, start)
      ? piece
      : undefined;
  }

  /** The first piece of a file is read otherwise than those behind it. */
  #isAlike(before: number, start: number): boolean {
    return (before === 0) === (start === 0);
  }
}

/**
 * Cuts a file into its pieces and reads them. Each begins where the one before it ends, and but for the first one it does not
 * matter what that is: so a piece of the text before is taken over wherever one begins at the same place, and the text
 * that it was read from is the same.
 */
export function readPieces(text: string, source: TemplateSource, earlier?: Pieces): Pieces {
  const reusable = earlier && new Reusable(earlier, text);
  const finder = new Finder(text);
  const list: Piece[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length || list.length === 0;) {
    const piece = reusable?.at(at) ?? readPiece(text, at, source, finder);
    list.push(piece);
    starts.push(at);
    at += piece.text.length;
  }
  return { text, list, starts };
}
