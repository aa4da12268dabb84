import type { NovaConfView } from '../../check/view';
import type { CheetahTemplateFile } from '../../cheetahTemplate/cheetahTemplateFile';
import type { Template } from '../../template/templateFile';
import { touches, type Span } from '../../text/span';
import type { KnownDriver } from './knownDrivers';

/** A `${key}` or `${key?}` of a template. */
export interface PlaceholderSubject {
  readonly kind: 'placeholder';
  /** The key alone. */
  readonly span: Span;
  readonly key: string;
  readonly optional?: true;
  readonly uri: string;
  /** The templates that it belongs to: more than one where several VIF types share it. Of a placeholder outside of every template, all that is outside. */
  readonly templates: readonly Template[];
}

/** A key in the source of a driver. */
export interface OutputKeySubject {
  readonly kind: 'output-key';
  readonly span: Span;
  readonly key: string;
  /** The classes that have the key from here: more than one where they inherit it. */
  readonly drivers: readonly KnownDriver[];
}

/** A VIF type: in nova.conf, or on a template. */
export interface VifTypeSubject {
  readonly kind: 'vif-type';
  readonly span: Span;
  readonly vifType: string;
  /** The nova.conf or the template file. */
  readonly uri: string;
}

/** A driver by the name in nova.conf. Where that leads to no class, `driver` is missing. */
export interface DriverSubject {
  readonly kind: 'driver';
  readonly span: Span;
  /** As nova.conf has it, after substitution; missing at the class. */
  readonly name?: string;
  readonly driver?: KnownDriver;
  /** The file that the subject stands in. */
  readonly uri: string;
}

/** An option of nova.conf: where it is set, or a `$reference` to it. */
export interface OptionSubject {
  readonly kind: 'option';
  readonly span: Span;
  readonly conf: NovaConfView;
  /** `name` under `[DEFAULT]`, `section.name` elsewhere. */
  readonly name: string;
  /** The section that the place stands in. */
  readonly group: string;
  readonly isReference: boolean;
}

/** The header of a section of nova.conf. */
export interface SectionSubject {
  readonly kind: 'section';
  readonly span: Span;
  readonly conf: NovaConfView;
  readonly group: string;
}

/** A name of a Cheetah file that is no key of the network dictionary. */
export interface NameSubject {
  readonly kind: 'name';
  readonly span: Span;
  readonly name: string;
  readonly file: CheetahTemplateFile;
  readonly uri: string;
}

/** What stands at a place of a file. `span` covers it there. */
export type Subject =
  NameSubject | PlaceholderSubject | OutputKeySubject | VifTypeSubject | DriverSubject | OptionSubject | SectionSubject;

const NOWHERE: Span = { start: -1, end: -1 };

/** The thing out of `items` that a cursor at `offset` stands at: the one behind it counts before the one in front of it. One without a span stands nowhere. */
export function itemAt<Item>(
  items: readonly Item[],
  offset: number,
  spanOf: (item: Item) => Span | undefined,
): Item | undefined {
  const near = items.filter((item) => touches(spanOf(item) ?? NOWHERE, offset));
  return near.find((item) => spanOf(item)?.end !== offset) ?? near[0];
}

/** Where a template says its VIF type. A lone device has it from the file's name: there its own name stands for it. */
export function vifTypePlace({ vifType, vifTypeSpan, interfaceSpan, tags }: Template): Span | undefined {
  if (!vifType) return undefined;
  if (vifTypeSpan || !interfaceSpan) return vifTypeSpan;
  return tags.find(({ span }) => span.start === interfaceSpan.start)?.nameSpan;
}
