import { DEVICES, type Tag } from '../template/tags';
import type { Placeholder, Template } from '../template/templateFile';
import type { Span } from '../text/span';
import type { VifTypeMention } from './cheetahTemplateFile';
import type { ValueSet } from './valueSet';
import { MOST_VIF_TYPES, type BranchPlace, type Place } from './walk';
import { writtenLiteral } from './writtenForm';

/** Something of a file, with the VIF types that reach it. */
export interface Reached<Item> {
  readonly item: Item;
  readonly reach: ValueSet;
}

/** What the templates of a file are made from, all in the order of the text. */
export interface TemplateParts {
  readonly text: string;
  readonly places: readonly Place[];
  readonly mentions: readonly VifTypeMention[];
  readonly placeholders: readonly Reached<Placeholder>[];
  readonly tags: readonly Reached<Tag>[];
}

/** Whether a branch is for VIF types that it, or one around it, names. */
function isFor(place: Place, written: string): place is BranchPlace {
  return place.kind === 'branch' && !place.taken.open && place.taken.has(written);
}

/** The first `<interface>`, or else the first other device, up to the closing tag behind it. */
function interfaceOf(tags: readonly Tag[]): Span | undefined {
  const opening = tags.filter(({ name, kind }) => DEVICES.has(name) && kind !== 'close');
  const first = opening.find(({ name }) => name === 'interface') ?? opening[0];
  if (!first) return undefined;
  const isEnd = ({ kind, name, span }: Tag): boolean =>
    kind === 'close' && name === first.name && span.start > first.span.start;
  const last = first.kind === 'empty' ? first : tags.find(isEnd);
  return { start: first.span.start, end: (last ?? first).span.end };
}

function itemsFor<Item>(items: readonly Reached<Item>[], reaches: (reach: ValueSet) => boolean): readonly Item[] {
  return items.filter(({ reach }) => reaches(reach)).map(({ item }) => item);
}

/** What is the same for the template of a VIF type and for the default. */
function partsFor(
  { placeholders, tags }: TemplateParts,
  reaches: (reach: ValueSet) => boolean,
): Pick<Template, 'interfaceSpan' | 'placeholders' | 'tags'> {
  const own = itemsFor(tags, reaches);
  const interfaceSpan = interfaceOf(own);
  return { ...(interfaceSpan && { interfaceSpan }), placeholders: itemsFor(placeholders, reaches), tags: own };
}

function templateOf(parts: TemplateParts, { vifType, span: vifTypeSpan }: VifTypeMention): Template | undefined {
  const written = writtenLiteral(vifType);
  const place = parts.places.find((candidate) => isFor(candidate, written));
  if (place?.kind !== 'branch') return undefined;
  return { vifType, vifTypeSpan, span: place.branch.span, ...partsFor(parts, (reach) => reach.has(written)) };
}

/** The `#else` of a condition on the VIF type, with something in it. */
function isDefaultBranch(place: Place, text: string): place is BranchPlace {
  if (place.kind !== 'branch' || place.branch.condition || !place.taken.open || place.taken.isAll) return false;
  const { directive, span } = place.branch;
  return text.slice(directive.span.end, span.end).trim() !== '';
}

/** The template of all VIF types that are not named. There is none where nothing is left for them. */
function defaultTemplate(parts: TemplateParts): Template | undefined {
  const own = partsFor(parts, (reach) => reach.open);
  const place = parts.places.find((candidate) => isDefaultBranch(candidate, parts.text));
  if (!own.interfaceSpan && place?.kind !== 'branch') return undefined;
  if (place?.kind !== 'branch') return { isDefault: true, span: { start: 0, end: parts.text.length }, ...own };
  const { directive, span } = place.branch;
  return { isDefault: true, vifTypeSpan: directive.nameSpan, span, ...own };
}

/**
 * The templates of a Cheetah file: one for each VIF type that a branch is for, in the order in which they are named, and the
 * default one for all others.
 */
export function templatesOf(parts: TemplateParts): readonly Template[] {
  const named = new Map<string, VifTypeMention>();
  for (const mention of parts.mentions) if (!named.has(mention.vifType)) named.set(mention.vifType, mention);
  const templates = [...named.values()].slice(0, MOST_VIF_TYPES).flatMap((mention) => templateOf(parts, mention) ?? []);
  const rest = defaultTemplate(parts);
  return [...templates, ...(rest ? [rest] : [])].sort((a, b) => a.span.start - b.span.start);
}
