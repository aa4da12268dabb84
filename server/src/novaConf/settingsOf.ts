import type { OptionPlace } from './catalogue/novaOption';
import type { NovaConf, OptionSetting } from './novaConf';
import { keyIn, normalizedGroup, vifOptionOf, type VifOption } from './options';

/** The settings of an option of the VIF story, whatever its spelling, in the order of the file. */
export function settingsOf(conf: NovaConf, option: VifOption): readonly OptionSetting[] {
  return option.names
    .flatMap((name) => conf.named(keyIn(option.group, name)))
    .filter((setting) => vifOptionOf(setting) === option)
    .sort((a, b) => a.nameSpan.start - b.nameSpan.start);
}

/** The last setting of an option by one of its names. */
export function lastSetting(conf: NovaConf, { group, name }: OptionPlace): OptionSetting | undefined {
  const last = conf.lastNamed(keyIn(group, name));
  // A reference has the same name for `y` under [x] and for `x.y` under [DEFAULT].
  return last?.name === name && normalizedGroup(last.group) === normalizedGroup(group) ? last : undefined;
}
