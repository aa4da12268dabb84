import type { Span } from './span';

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
  return items.slice(low, last);
}
