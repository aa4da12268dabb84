import { distance } from 'fastest-levenshtein';
import type { OptionSetting } from './novaConf';
import { normalizedGroup, vifOptionOf, vifOptions, type VifOption } from './options';

/**
 * How many letters a misspelt name may differ by. No option that nova has or had lies so near to one of the VIF story; the
 * nearest are `libvirt_type`, `libvirt_xen_xml_template` and `libvirt_uml_xml_template`, three letters off.
 */
const MAX_DISTANCE = 2;

/** The option that a setting seems to mean by a name that is not its own. */
export function misspeltOption(setting: OptionSetting): VifOption | undefined {
  if (vifOptionOf(setting)) return undefined;
  const group = normalizedGroup(setting.group);
  const name = letters(setting.name);
  return vifOptions.find(
    (option) => option.group === group && option.names.some((right) => isNear(name, letters(right))),
  );
}

/**
 * The option of `[DEFAULT]` that stands in another section, where nova does not look for it. Its names all start with
 * `libvirt`, so no other program means an option of its own by them.
 */
export function misplacedOption(setting: OptionSetting): VifOption | undefined {
  if (vifOptionOf(setting)) return undefined;
  return vifOptions.find((option) => option.group === 'DEFAULT' && option.names.includes(setting.name));
}

/** The spellings of an option, the closest to `name` first. */
export function closestFirst(name: string, option: VifOption): readonly string[] {
  return [...option.names].sort((a, b) => distance(name, a) - distance(name, b));
}

/** Case, underscores and dashes are what one mistakes first, so they do not count. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[_\- \t]/g, '');
}

function isNear(name: string, right: string): boolean {
  return Math.abs(name.length - right.length) <= MAX_DISTANCE && distance(name, right) <= MAX_DISTANCE;
}
