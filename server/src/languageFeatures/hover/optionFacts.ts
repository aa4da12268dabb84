import type { NovaOption, OptionPlace, OptionType } from '../../novaConf/catalogue';
import { normalizedGroup } from '../../novaConf/options';
import { code, codes } from './markdown';

/** What Nova makes of a value, in words. */
const TYPES: Readonly<Record<OptionType, string>> = {
  string: 'a text',
  boolean: 'true or false',
  integer: 'a whole number',
  float: 'a number',
  port: 'a port',
  'host-address': 'a host name or an IP address',
  'host-domain': 'a host name or an IP address',
  uri: 'a URI',
  list: 'a list, separated by commas',
  multi: 'a text, and each further setting adds one',
  'multi-dict': 'key:value pairs, and each further setting adds some',
};

/** What Nova says of an option that a file names by `place`: a paragraph on what it does and whether it will stay, and one on its values. */
export function optionFacts(option: NovaOption, place: OptionPlace): string[] {
  const about = [option.purpose, renamed(option, place), leaving(option)].filter((text) => text !== undefined);
  const values = [`Takes ${TYPES[option.type]}${limits(option)}.`, choices(option), defaultOf(option)];
  return [about.join(' '), values.filter((text) => text !== undefined).join(' ')].filter((text) => text !== '');
}

function renamed({ group, name }: NovaOption, place: OptionPlace): string | undefined {
  if (name === place.name && group === normalizedGroup(place.group)) return undefined;
  return `An older name of ${code(`[${group}] ${name}`)}.`;
}

function leaving({ removed, deprecatedForRemoval }: NovaOption): string | undefined {
  if (!removed) return deprecatedForRemoval ? 'Deprecated: Nova will drop it.' : undefined;
  const instead = removed.replacement === undefined ? '' : ` Use ${code(removed.replacement)} instead.`;
  return `Nova dropped it.${instead}`;
}

function limits({ min, max }: NovaOption): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return `, at least ${min}`;
  return max === undefined ? '' : `, at most ${max}`;
}

function choices({ choices }: NovaOption): string | undefined {
  return choices && `One of ${codes(choices.map((choice) => choice || "''"))}.`;
}

function defaultOf({ default: value }: NovaOption): string | undefined {
  return value === undefined || value === '' ? undefined : `Default: ${code(value)}`;
}
