import type { Problem } from '../problems';
import type { Span } from '../text/span';
import type { Tag } from './tags';

/**
 * What surrounds a placeholder, which decides how its value is escaped. `markup` is where XML allows no value at all, such as a
 * tag's name. A `directive` of the Cheetah dialect asks for a value and does not put it out.
 */
export type PlaceholderContext =
  'double-quoted' | 'single-quoted' | 'unquoted' | 'text' | 'comment' | 'cdata' | 'markup' | 'directive';

/** A well-formed `${key}` or `${key?}`. */
export interface Placeholder {
  readonly key: string;
  /** From `$` to `}`. */
  readonly span: Span;
  readonly keySpan: Span;
  readonly context: PlaceholderContext;
  /** Written with a `?`: where nothing fills it, it is left out, and with it the attribute and the element that it leaves empty. */
  readonly optional?: true;
}

/** The device of one VIF type: an `<interface>`, or a `<hostdev>`. */
export interface Template {
  /** Missing where a `<template>` does not say it. */
  readonly vifType?: string | undefined;
  /** Where the VIF type stands; a lone device has it from the file's name. */
  readonly vifTypeSpan?: Span | undefined;
  /** Whether it is the one for every VIF type that no other template of the file is for. Its own VIF type is missing then. */
  readonly isDefault?: true;
  /** The `<template>` with all it holds, the whole file of a lone device, or in the Cheetah dialect the branch that is for the VIF type. */
  readonly span: Span;
  /** The `<interface>` or `<hostdev>` element; missing where there is none. */
  readonly interfaceSpan?: Span | undefined;
  /** Those that its rendering may ask for, in the order of the file. In the plain dialect they lie inside of `span`. */
  readonly placeholders: readonly Placeholder[];
  /** Those of its rendering, in the order of the file. In the plain dialect they lie inside of `span`. */
  readonly tags: readonly Tag[];
}

/** The parsed template file of any dialect. Every file parses; what is wrong with it stands in `problems`. */
export interface TemplateFile {
  readonly dialect: 'plain' | 'cheetah';
  readonly templates: readonly Template[];
  /** Every well-formed placeholder of the file. */
  readonly placeholders: readonly Placeholder[];
  /** In the order of the file, as `comments` are. None overlaps another. */
  readonly tags: readonly Tag[];
  /** From `<!--` to `-->`, or as far as one goes that is not closed. */
  readonly comments: readonly Span[];
  /** Faults of the text alone, in the order of the file: XML, quotes, malformed placeholders, VIF types given twice. */
  readonly problems: readonly Problem[];
}
