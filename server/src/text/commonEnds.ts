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

/** Finds what a text and the one after an edit have in common, so that only what lies between need be read again. */
export function commonEnds(before: string, after: string): CommonEnds {
  const shorter = Math.min(before.length, after.length);
  const prefix = greatest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const suffix = greatest(
    shorter - prefix,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { prefix, suffix };
}
