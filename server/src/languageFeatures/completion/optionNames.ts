import { CompletionItemKind } from 'vscode-languageserver-types';
import type { NovaConfView } from '../../check/view';
import { optionGroups, optionsIn, type NovaOption } from '../../novaConf/catalogue';
import { keyIn, normalizedGroup, vifOptions } from '../../novaConf/options';
import type { Span } from '../../text/span';
import type { Offer } from './offer';
import type { Slot } from './slot';

/** Whether the file sets the option of a name, on another line. */
type IsSet = (name: string) => boolean;

/** In which order the names come. */
const RANK = { vif: 0, plain: 1, deprecated: 2, set: 3 } as const;

/** The options of a section by every name that is not gone, those that `conf` sets on another line last. */
export function offersOfNames({ conf }: NovaConfView, group: string, line: Span, slot: Slot): Offer[] {
  const inGroup = normalizedGroup(group);
  const isSet: IsSet = (name) =>
    conf.named(keyIn(inGroup, name)).some(({ nameSpan }) => nameSpan.end < line.start || line.end < nameSpan.start);
  return [...offersOfVifOptions(inGroup, isSet, slot), ...offersOfNovaOptions(inGroup, isSet, slot)];
}

function offersOfVifOptions(group: string, isSet: IsSet, slot: Slot): Offer[] {
  const own = vifOptions.filter((option) => option.group === group);
  return own.flatMap(({ names, purpose, default: value }) =>
    names.map((name) => ({
      slot,
      name,
      kind: CompletionItemKind.Property,
      rank: names.some(isSet) ? RANK.set : RANK.vif,
      detail: `string · default ${value}`,
      documentation: purpose,
    })),
  );
}

function offersOfNovaOptions(group: string, isSet: IsSet, slot: Slot): Offer[] {
  const vif = new Set(vifOptions.filter((option) => option.group === group).flatMap(({ names }) => names));
  return optionsIn(group)
    .filter(({ name, removed }) => !removed && !vif.has(name))
    .map((option) => ({
      slot,
      name: option.name,
      kind: CompletionItemKind.Property,
      rank: rankOf(option, isSet),
      detail: summaryOf(option),
      documentation: descriptionOf(option),
      deprecated: option.deprecatedForRemoval ?? false,
    }));
}

function rankOf({ name, type, deprecatedForRemoval }: NovaOption, isSet: IsSet): number {
  const isRepeatable = type === 'multi' || type === 'multi-dict';
  if (!isRepeatable && isSet(name)) return RANK.set;
  return deprecatedForRemoval ? RANK.deprecated : RANK.plain;
}

/** The type and the default of an option. */
export function summaryOf({ type, default: value }: NovaOption): string {
  return value === undefined || value === '' ? type : `${type} · default ${value.replaceAll('\n', ', ')}`;
}

/** What an option does, what its value may be, and whether it is on its way out: a sentence each. */
export function descriptionOf({ purpose, choices, min, max, deprecatedForRemoval }: NovaOption): string {
  const sentences = [
    purpose,
    choices && `One of ${choices.map((choice) => choice || "''").join(', ')}.`,
    min !== undefined && `At least ${min}.`,
    max !== undefined && `At most ${max}.`,
    deprecatedForRemoval && 'Deprecated: Nova will drop it.',
  ];
  return sentences.filter(Boolean).join(' ');
}

/** The sections that Nova knows, those that stand in `conf` already last. */
export function offersOfSections({ conf }: NovaConfView, slot: Slot): Offer[] {
  const others = conf.sections.filter(({ span }) => slot.span.end < span.start || span.end < slot.span.start);
  const written = new Set(others.map(({ name }) => normalizedGroup(name)));
  return optionGroups().map((group) => ({
    slot,
    name: group,
    kind: CompletionItemKind.Module,
    rank: written.has(group) ? 1 : 0,
    detail: written.has(group) ? 'section · in this file already' : 'section',
  }));
}
