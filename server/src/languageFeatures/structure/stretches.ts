import type { Span } from '../../text/span';

/** Gives the stretches of a text that hold the character at an offset, in any order. */
export type StretchesAt = (at: number) => readonly Span[];

/** Finds what holds the character at an offset, among items in the order of the text none of which overlaps another. */
export function holding<Item extends { readonly span: Span }>(items: readonly Item[], at: number): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const found = items[low];
  return found && holds(found.span, at) ? found : undefined;
}

/** Whether the character at an offset lies in a span. */
export function holds({ start, end }: Span, at: number): boolean {
  return start <= at && at < end;
}
