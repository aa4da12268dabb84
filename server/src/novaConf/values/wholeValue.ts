import { findNovaOption } from '../catalogue';
import type { NovaConf, OptionSetting } from '../novaConf';
import { normalizedGroup } from '../options';
import { lastSetting } from '../settingsOf';
import { substitutedWhole, type FindReferred } from '../substitute';

/** How many characters the values that refer to others may have together: else a few lines could take all the time. */
const MAX_TOTAL = 4_000_000;

/**
 * Makes the function that gives the value of a setting of `conf` after substitution, where that is sure: undefined where it
 * refers to an option that the file does not set, for then a default counts, or to one that is no text, for what Nova makes of
 * such a one is substituted, not what the file says; nor where the file as a whole refers to more than is bearable.
 */
export function wholeValue(conf: NovaConf): (setting: OptionSetting) => string | undefined {
  const textAt = (group: string, name: string): OptionSetting | undefined => {
    // A reference knows a section by its name in small letters alone.
    if (group !== normalizedGroup(group)) return undefined;
    return findNovaOption(group, name)?.type === 'string' ? lastSetting(conf, { group, name }) : undefined;
  };
  const find: FindReferred = (group, reference) => {
    const [section = '', ...rest] = reference.split('.');
    const place =
      rest.length > 0 ? { group: section, name: rest.join('.') } : { group: normalizedGroup(group), name: reference };
    return findNovaOption(place.group, place.name) ? textAt(place.group, place.name) : textAt('DEFAULT', reference);
  };
  let total = 0;
  return (setting) => {
    if (!setting.value.includes('$')) return setting.value;
    const value = total < MAX_TOTAL ? substitutedWhole(setting, find) : undefined;
    total += value?.length ?? 0;
    return value;
  };
}
