import type { Span } from '../text/span';

/** The root of a file that holds `<template vif-type="…">` elements. */
export const CONTAINER = 'vif-templates';

/** The elements that a template can hold one of: what a network interface is to libvirt, and a device of the host that is handed on. */
export const DEVICES: ReadonlySet<string> = new Set(['interface', 'hostdev']);

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

/** An attribute with its name and its quotes. A quote that is missing is not there. */
export function attributeSpan(text: string, { nameSpan, valueSpan }: Attribute): Span {
  const quote = text[valueSpan.start - 1];
  const closed = (quote === '"' || quote === "'") && text[valueSpan.end] === quote;
  return { start: nameSpan.start, end: valueSpan.end + (closed ? 1 : 0) };
}
