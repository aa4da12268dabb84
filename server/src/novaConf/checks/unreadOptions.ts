import { guesses, problem, type Fix, type Problem } from '../../problems';
import { findNovaOptions, novaOptions, optionsIn, type NovaOption } from '../catalogue';
import { novaName } from '../catalogue/novaFacts';
import { isOfOtherRelease } from '../catalogue/otherReleases';
import { waitsForTool } from '../fromTool';
import type { NovaConf, OptionSetting } from '../novaConf';
import { normalizedGroup } from '../options';
import { sectionMover } from './sectionMover';
import { slipFinder } from '../../slips';
import { renameTo } from './renamings';

/** A name of so many letters, found in one section alone, is hardly that of another option elsewhere. */
const DISTINCTIVE = 9;

/**
 * Finds settings that Nova does not read: it has no such option, or has it in another section, where one of the two is
 * `[DEFAULT]`. Nothing is said of a section that Nova does not know.
 *
 * A name that is near to none of Nova's is mentioned at most: another release may have the option, and in `[DEFAULT]` a driver
 * that is not part of Nova.
 */
export function checkUnreadOptions(conf: NovaConf, uri: string, text: string): readonly Problem[] {
  const elsewhere = onlyOptions();
  const nearest = slipsInSection();
  const move = sectionMover({ text, conf, uri });
  return conf.settings
    .filter(({ group, name }) => optionsIn(group).length > 0 && findNovaOptions(group, name).length === 0)
    .filter(({ name }) => !waitsForTool(name))
    .map((setting) => {
      const option = elsewhere.get(setting.name);
      const strayed = option && [option.group, normalizedGroup(setting.group)].includes('DEFAULT');
      if (!strayed) return unknown(setting, nearest(setting), uri);
      return misplaced(setting, option, move(setting, option));
    });
}

/** Finds the options of its section that a setting may mean, the closest first. */
function slipsInSection(): (setting: OptionSetting) => readonly string[] {
  const finders = new Map<string, ReturnType<typeof slipFinder>>();
  return ({ group, name }) => {
    const section = normalizedGroup(group);
    if (isOfOtherRelease(section, name)) return [];
    const find = finders.get(section) ?? slipFinder(currentNames(section));
    finders.set(section, find);
    return find(name);
  };
}

function currentNames(group: string): readonly string[] {
  return optionsIn(group)
    .filter(({ removed }) => !removed)
    .map(({ name }) => name);
}

function misplaced({ name, nameSpan, group }: OptionSetting, option: NovaOption, fix: Fix | undefined): Problem {
  const message = `${novaName} reads ${name} under [${option.group}], not under [${group}]: move the line there.`;
  return problem('nova-conf.option-misplaced', nameSpan, message, { fixes: fix ? [fix] : [] });
}

function unknown({ name, nameSpan, group }: OptionSetting, names: readonly string[], uri: string): Problem {
  const lead = `${novaName} has no option ${name} in [${group}]`;
  const [nearest] = names;
  if (nearest !== undefined) {
    const fixes = guesses({ uri, span: nameSpan }, names, renameTo);
    return problem('nova-conf.option-unknown', nameSpan, `${lead}. Did you mean ${nearest}?`, { fixes });
  }
  const severity = normalizedGroup(group) === 'DEFAULT' ? 'hint' : 'information';
  return problem('nova-conf.option-unknown', nameSpan, `${lead}; another release may.`, { severity });
}

/** The options that one section alone has, by their names, where these are long: a short name means something everywhere. */
function onlyOptions(): ReadonlyMap<string, NovaOption> {
  const options = new Map<string, NovaOption>();
  const ambiguous = new Set<string>();
  for (const option of novaOptions()) {
    if (options.has(option.name)) ambiguous.add(option.name);
    if (option.name.length >= DISTINCTIVE && !option.removed) options.set(option.name, option);
  }
  for (const name of ambiguous) options.delete(name);
  return options;
}
