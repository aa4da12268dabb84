import { historicOptions } from './catalogue/historicOptions';
import { registeredOptions } from './catalogue/novaFacts';
import type { NovaOption, OptionPlace } from './catalogue/novaOption';
import { normalizedGroup } from './options';

export type { NovaOption, OptionPlace } from './catalogue/novaOption';
export type { OptionType } from './catalogue/optionType';

interface Catalogue {
  readonly options: readonly NovaOption[];
  readonly groups: ReadonlyMap<string, readonly NovaOption[]>;
  /** By every place that Nova looks at, the current one and the deprecated ones. */
  readonly places: ReadonlyMap<string, readonly NovaOption[]>;
}

let cache: Catalogue | undefined;

/** Every option, the registered ones and the historic ones; `DEFAULT` comes first. Read when it is first asked for. */
export function novaOptions(): readonly NovaOption[] {
  return catalogue().options;
}

/** The sections that options are in, `DEFAULT` first. */
export function optionGroups(): readonly string[] {
  return [...catalogue().groups.keys()];
}

/** The options of a section, in whatever case its name is written; none where it is unknown. */
export function optionsIn(group: string): readonly NovaOption[] {
  return catalogue().groups.get(normalizedGroup(group)) ?? [];
}

/**
 * The option that Nova takes a setting of `name` under `[group]` for, by its own name or a deprecated one. The name is that of
 * the file: oslo.config writes an option's own name with underscores there, never with dashes. Where several options know the
 * place, the one of the same section comes first, and one that Nova registers before a historic one.
 */
export function findNovaOption(group: string, name: string): NovaOption | undefined {
  return findNovaOptions(group, name)[0];
}

/** All options that read the place, the one that `findNovaOption` gives first. */
export function findNovaOptions(group: string, name: string): readonly NovaOption[] {
  return catalogue().places.get(keyOf({ group, name })) ?? [];
}

function catalogue(): Catalogue {
  cache ??= index([...registeredOptions(), ...historicOptions()]);
  return cache;
}

function index(options: readonly NovaOption[]): Catalogue {
  const groups = new Map<string, NovaOption[]>();
  for (const option of options) addTo(groups, option.group, option);

  const places = new Map<string, NovaOption[]>();
  for (const option of options) addTo(places, keyOf(option), option);
  const renamed = options.flatMap((option) => (option.deprecatedNames ?? []).map((place) => ({ place, option })));
  const stayed = renamed.filter(({ place, option }) => normalizedGroup(place.group) === option.group);
  for (const { place, option } of [...stayed, ...renamed]) addTo(places, keyOf(place), option);
  return { options, groups, places };
}

function addTo(lists: Map<string, NovaOption[]>, key: string, option: NovaOption): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [option]);
  else if (!list.includes(option)) list.push(option);
}

function keyOf({ group, name }: OptionPlace): string {
  return `${normalizedGroup(group)}/${name}`;
}
