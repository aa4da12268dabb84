import type { Problem } from '../problems';
import type { Tag } from './tags';
import type { Template, TemplateFile } from './templateFile';
import type { MaskedXml } from './wellFormed';

/** What is in a piece. */
export type Contents = Pick<TemplateFile, 'tags' | 'placeholders' | 'comments'>;

/** Is told of a piece that was just read, while what is in it is at hand: to ask the piece for that is to read it again. */
export type OnRead = (piece: Piece, contents: Contents) => void;

/** A template without what is in it. */
export type Outline = Omit<Template, 'tags' | 'placeholders'>;

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
  /** Faults of the piece alone. */
  readonly problems: readonly Problem[];
  readonly template?: Outline | undefined;
  /**
   * All that is in it. A sound piece is read again for it each time: what an edit asks of all pieces is outlined here, and to keep the rest of
   * each would take ten times the memory of the text.
   */
  readonly contents: () => Contents;
  /** What the index of the file has of the template. */
  readonly indexed?: string | undefined;
  /** What stands before the template, as sax may see it; missing where it is blank. */
  readonly frame?: MaskedXml | undefined;
  /** The kind of the tag of `<vif-templates>` that ends the piece. */
  readonly container?: Tag['kind'] | undefined;
}
