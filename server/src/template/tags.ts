import type { Span } from '../text/span';

/** An attribute of a tag. */
export interface Attribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** The value without its quotes. */
  readonly valueSpan: Span;
}

/** A tag, from `<` to `>`, or as far as it goes where it is broken. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly attributes: readonly Attribute[];
}
