import type { Span } from '../text/span';

/** The root of a file that holds `<template vif-type="…">` elements. */
export const CONTAINER = 'vif-templates';

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
