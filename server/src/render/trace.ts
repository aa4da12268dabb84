import type { Span } from '../text/span';

/**
 * Who a piece of interface XML comes from. `request`: a name of a Cheetah file whose value stands in the request.
 * `unfilled`: a placeholder that stays as it is written.
 */
export type Origin = 'driver' | 'compute' | 'request' | 'template' | 'unfilled';

/** A stretch of interface XML with where it comes from. */
export interface Trace {
  /** In the interface XML. */
  readonly output: Span;
  readonly origin: Origin;
  /** In the template file: the placeholder, or the text that was taken over. */
  readonly source: Span;
}

/** Interface XML that was rendered. What no trace covers is text of a template of which the place is not known. */
export interface TracedXml {
  /** One `<interface>` or `<hostdev>`, or a text that holds some, such as a whole `<domain>`. */
  readonly xml: string;
  /** In the order of the XML; none overlaps another. */
  readonly traces: readonly Trace[];
}
