import type { Piece } from './piece';
import type { Template } from './templateFile';

/**
 * What the index has of a piece, in one string: two of them are compared at once, and the same one at no cost.
 */
export function indexedOf({ vifType = '', placeholders }: Template): string {
  return [vifType, ...new Set(placeholders.map(({ key }) => key))].join('\n');
}

/** Which templates of a file are for which VIF type, and which keys they ask for. Templates are named by the index of their piece. */
export class FileIndex {
  readonly #first = new Map<string, number>();
  readonly #repeated: (readonly [repeated: number, first: number])[] = [];
  readonly #indexed: readonly (string | undefined)[];
  readonly #keys = new Set<string>();

  private constructor(pieces: readonly Piece[]) {
    this.#indexed = pieces.map(({ indexed }) => indexed);
    this.#indexed.forEach((indexed, index) => {
      const [vifType, ...keys] = indexed?.split('\n') ?? [];
      if (vifType) this.#add(vifType, index);
      for (const key of keys) this.#keys.add(key);
    });
  }

  /** Looks through the pieces of a file. `earlier` is what the text before had: most edits leave alone what stands in it, and then it holds still. */
  static of(pieces: readonly Piece[], earlier?: FileIndex): FileIndex {
    return earlier?.fits(pieces) ? earlier : new FileIndex(pieces);
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

  private fits(pieces: readonly Piece[]): boolean {
    const known = this.#indexed;
    return known.length === pieces.length && pieces.every(({ indexed }, index) => indexed === known[index]);
  }

  #add(vifType: string, index: number): void {
    const first = this.#first.get(vifType);
    if (first === undefined) this.#first.set(vifType, index);
    else this.#repeated.push([index, first]);
  }
}
