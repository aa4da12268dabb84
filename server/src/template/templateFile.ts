import type { Problem } from '../problems';
import type { Span } from '../text/span';
import type { Tag } from './tags';

/** What surrounds a placeholder, which decides how its value is escaped. `markup` is where XML allows no value at all, such as a tag's name. */
export type PlaceholderContext =
  'double-quoted' | 'single-quoted' | 'unquoted' | 'text' | 'comment' | 'cdata' | 'markup';

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
  readonly vifType?: string;
  /** Where the VIF type stands; a lone device has it from the file's name. */
  readonly vifTypeSpan?: Span;
  /** The `<template>` with all it holds, or the whole file of a lone device. */
  readonly span: Span;
  /** The `<interface>` or `<hostdev>` element; missing where there is none. */
  readonly interfaceSpan?: Span;
  /** Those inside `span`, in the order of the file. */
  readonly placeholders: readonly Placeholder[];
  /** Those inside `span`, in the order of the file. */
  readonly tags: readonly Tag[];
}

/** A parsed template file. Every file parses; what is wrong with it stands in `problems`. */
export interface TemplateFile {
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
