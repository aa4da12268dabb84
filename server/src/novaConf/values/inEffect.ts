import type { NovaOption } from '../catalogue/novaOption';
import type { NovaConf, OptionSetting } from '../novaConf';
import { lastSetting } from '../settingsOf';

/**
 * Makes the function that tells whether a setting of `conf` decides the value of an option that it sets. Of several settings
 * of one name, the last one does; an option's own name comes before its deprecated ones, and these in their order. Of an
 * option of many values, every setting does.
 */
export function inEffect(conf: NovaConf): (setting: OptionSetting, option: NovaOption) => boolean {
  return (setting, option) => {
    if (option.type === 'multi' || option.type === 'multi-dict') return true;
    const places = [option, ...(option.deprecatedNames ?? [])];
    return firstOf(places, (place) => lastSetting(conf, place)) === setting;
  };
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
