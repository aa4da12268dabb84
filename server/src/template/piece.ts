import type { Problem } from '../problems';
import type { Span } from '../text/span';
import type { Tag } from './tags';
import type { Placeholder, Template } from './templateFile';
import type { MaskedXml } from './wellFormed';

/**
 * A piece of a plain template file: a `<template>` with what stands before it, or the frame's own part around a tag of
 * `<vif-templates>`; all of a file without that. It is read and judged by itself, and never changes: an edit leaves the pieces
 * around it as they are. All spans count from the start of the piece.
 */
export interface Piece {
  /** Holds no more of the file in memory than itself. */
  readonly text: string;
  /** What was read hangs on nothing behind this offset, which may lie in the pieces that follow; Infinity for the end of the file. */
  readonly reach: number;
  /** In the order of the text, as the others are. */
  readonly tags: readonly Tag[];
  readonly placeholders: readonly Placeholder[];
  readonly comments: readonly Span[];
  /** Faults of the piece alone. */
  readonly problems: readonly Problem[];
  readonly template?: Template;
  /** What the index of the file has of the template. */
  readonly indexed?: string;
  /** What stands before the template, as sax may see it; missing where it is blank. */
  readonly frame?: MaskedXml;
  /** The kind of the tag of `<vif-templates>` that ends the piece. */
  readonly container?: Tag['kind'];
}
