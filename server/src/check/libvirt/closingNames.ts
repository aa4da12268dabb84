import { elementsOf, withDescendants } from '../../template/elements';
import type { Tag } from '../../template/tags';
import type { Span } from '../../text/span';

/** For each element that has a closing tag: where its name stands there, by where it stands in the opening tag. */
export function closingNames(tags: readonly Tag[]): ReadonlyMap<number, Span> {
  const names = new Map<number, Span>();
  const end = tags.at(-1)?.span.end ?? 0;
  for (const { opening, closing } of withDescendants(elementsOf(tags, end)))
    if (closing) names.set(opening.nameSpan.start, closing.nameSpan);
  return names;
}
