import type { NovaOption } from '../catalogue/novaOption';
import type { NovaConf, OptionSetting } from '../novaConf';
import { normalizedGroup } from '../options';

/**
 * Makes the function that tells whether a setting of `conf` decides the value of an option that it sets. Of several settings
 * of one name, the last one does; an option's own name comes before its deprecated ones, and these in their order. Of an
 * option of many values, every setting does.
 */
export function inEffect(conf: NovaConf): (setting: OptionSetting, option: NovaOption) => boolean {
  const last = new Map(conf.settings.map((setting) => [keyOf(setting), setting]));
  return (setting, option) => {
    if (option.type === 'multi' || option.type === 'multi-dict') return true;
    const places = [option, ...(option.deprecatedNames ?? [])].map(keyOf);
    return last.get(places.find((place) => last.has(place)) ?? '') === setting;
  };
}

function keyOf({ group, name }: { readonly group: string; readonly name: string }): string {
  return `${normalizedGroup(group)}/${name}`;
}
