import { sameEnds } from '../text/sameEnds';
import type { Piece } from './piece';
import type { Template } from './templateFile';

/** What the index has of a piece with a template, in one string: two of them are compared at once. */
export function indexedOf({ vifType = '', placeholders }: Template): string {
  return [vifType, ...new Set(placeholders.map(({ key }) => key))].join('\n');
}

/** Whether two lists of pieces have the same index. Most edits leave alone what stands in it. */
function areAlike(before: readonly Piece[], pieces: readonly Piece[]): boolean {
  if (before.length !== pieces.length) return false;
  const { front, back } = sameEnds(before, pieces);
  return pieces
    .slice(front, pieces.length - back)
    .every(({ indexed }, offset) => indexed === before[front + offset]?.indexed);
}

/** A file that has an index. */
interface Indexed {
  readonly pieces: { readonly list: readonly Piece[] };
  readonly index: FileIndex;
}

/** Which templates of a file are for which VIF type, and which keys they ask for. Templates are named by the index of their piece. */
export class FileIndex {
  readonly #first = new Map<string, number>();
  readonly #repeated: (readonly [repeated: number, first: number])[] = [];
  readonly #keys = new Set<string>();

  private constructor(pieces: readonly Piece[]) {
    for (const [index, { indexed }] of pieces.entries()) {
      const [vifType, ...keys] = indexed?.split('\n') ?? [];
      if (vifType) this.#add(vifType, index);
      for (const key of keys) this.#keys.add(key);
    }
  }

  /** Looks through the pieces of a file, but where the index of the file before an edit still holds. */
  static of(pieces: readonly Piece[], earlier?: Indexed): FileIndex {
    return earlier && areAlike(earlier.pieces.list, pieces) ? earlier.index : new FileIndex(pieces);
  }

  /** The first template for a VIF type. */
  first(vifType: string): number | undefined {
    return this.#first.get(vifType);
  }

  /** The templates for whose VIF type there is one already, each with the first one. */
  get repeated(): readonly (readonly [repeated: number, first: number])[] {
    return this.#repeated;
  }

  /** Those of the placeholders in templates. */
  get keys(): ReadonlySet<string> {
    return this.#keys;
  }

  #add(vifType: string, index: number): void {
    const first = this.#first.get(vifType);
    if (first === undefined) this.#first.set(vifType, index);
    else this.#repeated.push([index, first]);
  }
}
