/** How many items two lists have in common at their starts, and how many behind those at their ends. */
export interface SameEnds {
  readonly front: number;
  readonly back: number;
}

/** Compares two lists item by item, from both ends. Items are the same where they are one object. */
export function sameEnds<Item>(before: readonly Item[], after: readonly Item[]): SameEnds {
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && before[front] === after[front]) front++;
  let back = 0;
  while (back < shorter - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  return { front, back };
}
