import type { Directive } from '../../cheetah/syntax';
import type { Span } from '../../text/span';

/** The branch or the loop that something stands in. */
export interface Owner {
  readonly kind: 'branch' | 'loop';
  readonly directive: Directive;
  readonly span: Span;
}

/** Whether one stands inside of the other, which may be the whole file. */
export function isInside(inner: Owner | undefined, outer: Owner | undefined): boolean {
  if (!inner || inner === outer) return false;
  return !outer || (outer.span.start <= inner.span.start && inner.span.end <= outer.span.end);
}
