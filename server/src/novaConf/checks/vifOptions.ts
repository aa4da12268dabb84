import { problem, replacements, type Problem } from '../../problems';
import { closestFirst, misplacedOption, misspeltOption } from '../misspelling';
import type { NovaConf, OptionSetting } from '../novaConf';
import { normalizedGroup, vifOptionOf, vifOptions, type VifOption } from '../options';
import { renameTo } from './renamings';

/**
 * Finds options of the VIF story that are spelt wrongly, stand in a section where nova does not look for them, or are set more
 * than once. `uri` is that of `conf`; fixes and related places need it.
 */
export function checkVifOptions(conf: NovaConf, uri: string): readonly Problem[] {
  const strayed = conf.settings.flatMap((setting) => misspelt(setting, uri) ?? misplaced(setting, uri) ?? []);
  const repeated = vifOptions.flatMap((option) => repetitions(conf, option, uri));
  return [...strayed, ...repeated];
}

function misspelt(setting: OptionSetting, uri: string): Problem | undefined {
  const option = misspeltOption(setting);
  if (!option) return undefined;
  const names = closestFirst(setting.name, option);
  const message = `Nova has no option ${setting.name}. Did you mean ${names[0]}?`;
  return problem('nova-conf.option-misspelt', setting.nameSpan, message, {
    fixes: replacements({ uri, span: setting.nameSpan }, names, renameTo),
  });
}

function misplaced(setting: OptionSetting, uri: string): Problem | undefined {
  const option = misplacedOption(setting);
  if (!option) return undefined;
  const here = vifOptions.find(({ role, group }) => role === option.role && group === normalizedGroup(setting.group));
  const advice = here ? `here it is called ${here.names[0]}` : 'move the line there';
  const message = `Nova reads ${setting.name} under [DEFAULT] alone, not under [${setting.group}]: ${advice}.`;
  return problem(
    'nova-conf.option-misspelt',
    setting.nameSpan,
    message,
    here && { fixes: replacements({ uri, span: setting.nameSpan }, here.names, renameTo) },
  );
}

function repetitions(conf: NovaConf, option: VifOption, uri: string): readonly Problem[] {
  const settings = conf.settings.filter((setting) => vifOptionOf(setting) === option);
  const last = settings.pop();
  if (!last) return [];
  const related = [{ uri, span: last.nameSpan, message: 'This setting wins.' }];
  return settings.map(({ name, nameSpan }) => {
    const message = `${name} is set again below, and the last setting wins: this one has no effect.`;
    return problem('nova-conf.option-repeated', nameSpan, message, { related });
  });
}
