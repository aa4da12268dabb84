import { guesses, problem } from '../../problems';
import { findNovaOptions, optionsIn, type NovaOption } from '../catalogue';
import { novaName } from '../catalogue/novaFacts';
import { isOfOtherRelease } from '../catalogue/otherReleases';
import { onlyOption, optionsLike } from '../catalogue/slips';
import { waitsForTool } from '../fromTool';
import type { ConfContent, OptionSetting } from '../novaConf';
import { normalizedGroup } from '../options';
import { certainly, ofSetting, type Finding } from './finding';
import { renameTo } from './renamings';

/**
 * Finds settings that Nova does not read: it has no such option, or has it in another section, where one of the two is
 * `[DEFAULT]`. Nothing is said of a section that Nova does not know.
 *
 * A name that is near to none of Nova's is mentioned at most: another release may have the option, and in `[DEFAULT]` a driver
 * that is not part of Nova.
 */
export function checkUnreadOptions({ settings }: ConfContent, uri: string): readonly Finding[] {
  return settings.flatMap((setting, index) => {
    const { group, name } = setting;
    if (optionsIn(group).length === 0 || findNovaOptions(group, name).length > 0 || waitsForTool(name)) return [];
    const option = onlyOption(name);
    const hasStrayed = option && [option.group, normalizedGroup(group)].includes('DEFAULT');
    return [hasStrayed ? misplaced(index, option) : unknown(setting, uri)];
  });
}

function misplaced(index: number, option: NovaOption): Finding {
  return ofSetting(index, (setting, { move }) => {
    const { name, nameSpan, group } = setting;
    const message = `${novaName()} reads ${name} under [${option.group}], not under [${group}]: move the line there.`;
    const fix = move(setting, option);
    return problem('nova-conf.option-misplaced', nameSpan, message, { fixes: fix ? [fix] : [] });
  });
}

function unknown(setting: OptionSetting, uri: string): Finding {
  const { name, nameSpan, group } = setting;
  const lead = `${novaName()} has no option ${name} in [${group}]`;
  const names = meant(setting);
  const [nearest] = names;
  if (nearest !== undefined) {
    const fixes = guesses({ uri, span: nameSpan }, names, renameTo);
    return certainly(problem('nova-conf.option-unknown', nameSpan, `${lead}. Did you mean ${nearest}?`, { fixes }));
  }
  const severity = normalizedGroup(group) === 'DEFAULT' ? 'hint' : 'information';
  return certainly(problem('nova-conf.option-unknown', nameSpan, `${lead}; another release may.`, { severity }));
}

/** The options of its section that a setting may mean, the closest first. */
function meant({ group, name }: OptionSetting): readonly string[] {
  return isOfOtherRelease(normalizedGroup(group), name) ? [] : optionsLike(name, group);
}
