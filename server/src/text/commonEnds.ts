import { ChunkedText } from './chunkedText';
import { sameEnds } from './sameEnds';
import type { Text } from './text';

/** What two texts have in common: how many code units at their starts, and how many behind those at their ends. */
export interface CommonEnds {
  readonly prefix: number;
  /** Never overlaps the prefix, in neither text. */
  readonly suffix: number;
}

/**
 * The greatest length up to `most` for which `isCommon`, asked for the stretch from one length to a greater one, says yes all
 * the way. It halves: so each stretch is compared as a whole, which the engine does at the speed of memory. Comparing
 * character by character costs more than all that is done with an edit.
 */
function greatest(most: number, isCommon: (from: number, to: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isCommon(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function endsOfStrings(before: string, after: string): CommonEnds {
  if (before === after) return { prefix: before.length, suffix: 0 };
  const shorter = Math.min(before.length, after.length);
  const prefix = greatest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const suffix = greatest(
    shorter - prefix,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { prefix, suffix };
}

const lengthOf = (chunks: ChunkedText['chunks']): number => chunks.reduce((sum, { text }) => sum + text.length, 0);

/** Looks into those chunks alone that are not the same. */
function endsOfChunked(before: ChunkedText, after: ChunkedText): CommonEnds {
  const { front, back } = sameEnds(before.chunks, after.chunks);
  const start = lengthOf(before.chunks.slice(0, front));
  const end = lengthOf(before.chunks.slice(before.chunks.length - back));
  const { prefix, suffix } = endsOfStrings(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  );
  return { prefix: start + prefix, suffix: end + suffix };
}

/** Finds what a text and the one after an edit have in common, so that only what lies between need be read again. Of texts in chunks it may be less than all. */
export function commonEnds(before: Text, after: Text): CommonEnds {
  if (before instanceof ChunkedText && after instanceof ChunkedText) return endsOfChunked(before, after);
  return endsOfStrings(before.toString(), after.toString());
}

/** Whether two texts are the same. */
export function isSameText(before: Text, after: Text): boolean {
  if (before === after) return true;
  if (before.length !== after.length) return false;
  if (typeof before === 'string' || typeof after === 'string') return before.toString() === after.toString();
  return commonEnds(before, after).prefix === before.length;
}
