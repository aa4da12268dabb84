import type { NovaOption } from './novaOption';
import data from './novaOptions.json';
import { optionTypes } from './optionType';
import { purposes } from './purposes';

/** What the data file holds of an option. Its default, limits and choices are left out where there are none. */
interface OptionFacts {
  /** One of the option types; missing for a text. */
  readonly type?: string;
  readonly default?: string;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
  readonly ignoreCase?: boolean;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly schemes?: readonly string[];
  readonly deprecatedForRemoval?: boolean;
  /** Each is `group/name`. */
  readonly deprecatedNames?: readonly string[];
}

const groups: Readonly<Record<string, Readonly<Record<string, OptionFacts>>>> = data.groups;

/** The Nova that the catalogue describes, as a message names it: `Nova 26`. */
export function novaName(): string {
  return `Nova ${data.nova.replace(/\..*/, '')}`;
}

/** The options that this Nova registers, `DEFAULT` first, then by group and name. */
export function registeredOptions(): readonly NovaOption[] {
  return Object.entries(groups).flatMap(([group, options]) => [
    ...Object.entries(options).map(([name, facts]) => optionOf(group, name, facts)),
    ...credentialsBeside(group, options),
  ]);
}

/** A section that names a way to log in to Keystone may hold whatever any of these ways reads. */
function credentialsBeside(group: string, options: Readonly<Record<string, OptionFacts>>): readonly NovaOption[] {
  if (!('auth_type' in options)) return [];
  return data.credentials.filter((name) => !(name in options)).map((name) => optionOf(group, name, {}));
}

function optionOf(group: string, name: string, facts: OptionFacts): NovaOption {
  const { type, deprecatedForRemoval, deprecatedNames, ignoreCase, ...others } = facts;
  const purpose = purposes[group]?.[name];
  return {
    group,
    name,
    type: optionTypes.find((known) => known === type) ?? 'string',
    ...others,
    ...(purpose !== undefined && { purpose }),
    ...(ignoreCase && { ignoreCase }),
    ...(deprecatedForRemoval && { deprecatedForRemoval }),
    ...(deprecatedNames && { deprecatedNames: deprecatedNames.map(placeOf) }),
  };
}

function placeOf(text: string): { group: string; name: string } {
  const [group = '', name = ''] = text.split('/');
  return { group, name };
}
