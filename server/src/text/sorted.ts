import type { Span } from './span';

/** What most stretches hold of anything. */
const NONE: readonly never[] = [];

/** Those of `items`, which are sorted and do not overlap, whose spans lie in `span`. Takes no longer for many that lie elsewhere. */
export function inside<Item extends { readonly span: Span }>(
  items: readonly Item[],
  { start, end }: Span,
): readonly Item[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < items.length && (items[last]?.span.end ?? Infinity) <= end) last++;
  return low === last ? NONE : items.slice(low, last);
}

/** The index of the first of `items`, which are sorted and do not overlap, that ends at an offset or behind it. */
export function firstEndingAt<Item>(items: readonly Item[], spanOf: (item: Item) => Span, offset: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && spanOf(item).end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the last of some numbers, which grow, that is no greater than `most`; -1 where all are. */
export function lastAtMost(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
