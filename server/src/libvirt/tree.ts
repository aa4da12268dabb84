import type { Span } from '../text/span';

/**
 * A text as far as it is known: the pieces around what is not known yet. A single piece is the whole text; between two pieces
 * stands any text, the empty one included. `['tap', '']` is a text that begins with `tap`.
 */
export type Value = readonly [string, ...string[]];

/** An attribute of an element. */
export interface Attribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** What an XML parser would read, without quotes and references. */
  readonly value: Value;
  readonly valueSpan: Span;
  /** It may turn out not to be there. */
  readonly sometimes?: true | undefined;
}

/** All text of an element outside of its children. Blanks are a part of it, but blanks alone may be given as no text at all. */
export interface Text {
  readonly value: Value;
  /** The first stretch of it that is more than blanks, or a blank one. */
  readonly span: Span;
}

/** An element of interface XML that may have gaps. What the model is checked against; whoever reads a text makes it. */
export interface Element {
  readonly name: string;
  readonly nameSpan: Span;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Element[];
  /** Missing where there is none. */
  readonly text?: Text | undefined;
  /** It may turn out not to be there. */
  readonly sometimes?: true | undefined;
  /**
   * More than optional parts: which of the parts in it are there together, nobody can tell (`parts`), or elements may be there
   * that are not here (`anything`).
   */
  readonly open?: 'parts' | 'anything';
}

/** The text of a value that is known whole. */
export function wholeText(value: Value): string | undefined {
  return value.length === 1 ? value[0] : undefined;
}
