import type { Span } from '../text/span';

/** The thing out of `items`, which are in the order of the text and do not overlap, that covers an offset. */
export function covering<Item extends { readonly span: Span }>(
  items: readonly Item[],
  offset: number,
): Item | undefined {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const item = items[low];
  return item && item.span.start <= offset ? item : undefined;
}
