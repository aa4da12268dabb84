import { sameEnds } from '../text/sameEnds';
import type { Piece } from './piece';
import type { Template } from './templateFile';

/** What the index has of a piece with a template, in one string: two of them are compared at once. */
export function indexedOf({ vifType = '', placeholders }: Template): string {
  return [vifType, ...new Set(placeholders.map(({ key }) => key))].join('\n');
}

/** The keys that the index has of a piece, without a look into it. */
export function indexedKeys(piece: Piece): readonly string[] {
  return splitIndexed(piece).slice(1);
}

/** The index of one piece before an edit and behind it. */
interface Change {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const splitIndexed = (piece: Piece | undefined): readonly string[] => piece?.indexed?.split('\n') ?? [];

/** The pieces whose index an edit has changed; `undefined` where pieces came or went. */
function changesOf(before: readonly Piece[], pieces: readonly Piece[]): readonly Change[] | undefined {
  if (before.length !== pieces.length) return undefined;
  const { front, back } = sameEnds(before, pieces);
  return pieces.slice(front, pieces.length - back).flatMap((piece, offset) => {
    const earlier = before[front + offset];
    return piece.indexed === earlier?.indexed ? [] : { before: splitIndexed(earlier), after: splitIndexed(piece) };
  });
}

/** A file that has an index. */
interface Indexed {
  readonly pieces: { readonly list: readonly Piece[] };
  readonly index: FileIndex;
}

/** Which templates are for which VIF type. */
class Types {
  readonly first = new Map<string, number>();
  readonly repeated: (readonly [repeated: number, first: number])[] = [];

  add(vifType: string, index: number): void {
    const first = this.first.get(vifType);
    if (first === undefined) this.first.set(vifType, index);
    else this.repeated.push([index, first]);
  }
}

/** Counts keys once more, or with -1 once less; one that is not there any more goes. */
function count(counts: Map<string, number>, keys: readonly string[], by: 1 | -1): void {
  for (const key of keys) {
    const now = (counts.get(key) ?? 0) + by;
    if (now === 0) counts.delete(key);
    else counts.set(key, now);
  }
}

/** Which templates of a file are for which VIF type, and which keys they ask for. Templates are named by the index of their piece. */
export class FileIndex {
  readonly #types: Types;
  /** In how many templates each key stands. */
  readonly #counts: ReadonlyMap<string, number>;
  #keys: ReadonlySet<string> | undefined;

  private constructor(types: Types, counts: ReadonlyMap<string, number>) {
    this.#types = types;
    this.#counts = counts;
  }

  /**
   * Looks through the pieces of a file. Where the index of the file before an edit still holds it is taken over, and where
   * only keys have changed, as much of it as can be: most edits leave alone what stands in it.
   */
  static of(pieces: readonly Piece[], earlier?: Indexed): FileIndex {
    const changes = earlier && changesOf(earlier.pieces.list, pieces);
    if (earlier && changes?.every(({ before, after }) => before[0] === after[0])) return earlier.index.#with(changes);
    const counts = new Map<string, number>();
    const types = new Types();
    for (const [index, piece] of pieces.entries()) {
      const [vifType, ...keys] = splitIndexed(piece);
      if (vifType) types.add(vifType, index);
      count(counts, keys, 1);
    }
    return new FileIndex(types, counts);
  }

  /** The first template for a VIF type. */
  first(vifType: string): number | undefined {
    return this.#types.first.get(vifType);
  }

  /** The templates for whose VIF type there is one already, each with the first one. */
  get repeated(): readonly (readonly [repeated: number, first: number])[] {
    return this.#types.repeated;
  }

  /** Those of the placeholders in templates. */
  get keys(): ReadonlySet<string> {
    return (this.#keys ??= new Set(this.#counts.keys()));
  }

  #with(changes: readonly Change[]): FileIndex {
    if (changes.length === 0) return this;
    const counts = new Map(this.#counts);
    for (const { before, after } of changes) {
      count(counts, before.slice(1), -1);
      count(counts, after.slice(1), 1);
    }
    return new FileIndex(this.#types, counts);
  }
}
