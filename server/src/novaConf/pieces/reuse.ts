import { commonEnds } from '../../text/commonEnds';
import type { Span } from '../../text/span';
import type { Text } from '../../text/text';
import type { ConfPlace } from './confPlace';

/** A text and the pieces that it was read in. */
export interface Pieced {
  readonly text: Text;
  readonly pieces: readonly ConfPlace[];
}

/** What of an earlier text's pieces the next text has as well, and where it stands there. */
export interface Reuse {
  readonly before: readonly ConfPlace[];
  /** The stretch of the next text between the two, to be cut anew. */
  readonly between: Span;
  readonly after: readonly ConfPlace[];
  /** How much farther behind `after` stands in the next text. */
  readonly shift: number;
}

/**
 * Finds the pieces that an edit leaves alone. The one in front of it goes where the edit touches its end, for that ends it no
 * longer where the line below is indented now; likewise the one behind. `from` is where the first piece of `text` starts.
 */
export function reuse(earlier: Pieced, text: Text, from: number): Reuse {
  const { prefix, suffix } = commonEnds(earlier.text, text);
  const { pieces } = earlier;
  const shift = text.length - earlier.text.length;
  const changeEnd = earlier.text.length - suffix;
  const textStart = pieces[0]?.start ?? 0;
  const before = pieces.slice(
    0,
    firstWhere(pieces, ({ end }) => end >= prefix),
  );
  // The first piece has no line end in front, but may have a byte order mark, which is one no longer.
  const after = pieces.slice(firstWhere(pieces, ({ start }) => start > Math.max(changeEnd, textStart)));
  const start = before.at(-1)?.end ?? from;
  const [first] = after;
  return { before, between: { start, end: first ? first.start + shift : text.length }, after, shift };
}

/** The index of the first item, of those that come in order, for which a test holds that holds for all behind it. */
function firstWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
