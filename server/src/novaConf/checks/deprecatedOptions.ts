import { problem, replacements, type Problem } from '../../problems';
import { findNovaOptions, type NovaOption } from '../catalogue';
import { novaName } from '../catalogue/novaFacts';
import type { ConfContent, OptionSetting } from '../novaConf';
import { normalizedGroup } from '../options';
import { certainly, type Finding } from './finding';
import { renameTo } from './renamings';

/** Finds settings that Nova reads and a later release will not: of options by an older name, and of those that have no future. */
export function checkDeprecatedOptions({ settings }: ConfContent, uri: string): readonly Finding[] {
  return settings.flatMap((setting) => {
    const options = findNovaOptions(setting.group, setting.name);
    const [option] = options;
    if (!option || option.removed) return [];
    if (!isCurrentName(setting, option)) return [certainly(renamed(setting, options, uri))];
    return option.deprecatedForRemoval ? [certainly(fading(setting))] : [];
  });
}

function isCurrentName({ group, name }: OptionSetting, option: NovaOption): boolean {
  return option.name === name && option.group === normalizedGroup(group);
}

function renamed({ group, name, nameSpan }: OptionSetting, options: readonly NovaOption[], uri: string): Problem {
  const places = options.map((option) => `[${option.group}] ${option.name}`).join(' and ');
  const message = `${name} is an older name in ${novaName()}: write ${places}.`;
  const inPlace = options.length === 1 && options.every((option) => option.group === normalizedGroup(group));
  const names = inPlace ? options.map((option) => option.name) : [];
  return problem('nova-conf.option-deprecated', nameSpan, message, {
    fixes: replacements({ uri, span: nameSpan }, names, renameTo),
  });
}

function fading({ name, nameSpan }: OptionSetting): Problem {
  const message = `${novaName()} still reads ${name}, and a later release will not.`;
  return problem('nova-conf.option-deprecated', nameSpan, message);
}
