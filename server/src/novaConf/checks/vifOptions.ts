import { problem, replacements, type Problem } from '../../problems';
import { closestFirst, misplacedOption, misspeltOption } from '../misspelling';
import type { ConfContent, NovaConf, OptionSetting } from '../novaConf';
import { normalizedGroup, vifOptions, type VifOption } from '../options';
import { settingsOf } from '../settingsOf';
import { certainly, type Finding } from './finding';
import { renameTo } from './renamings';

/** Finds options of the VIF story that are spelt wrongly, or stand in a section where nova does not look for them. */
export function checkVifOptions({ settings }: ConfContent, uri: string): readonly Finding[] {
  return settings.flatMap((setting) => {
    const problem = misspelt(setting, uri) ?? misplaced(setting, uri);
    return problem ? [certainly(problem)] : [];
  });
}

/** Finds options of the VIF story that are set more than once. `uri` is that of `conf`; related places need it. */
export function checkRepeatedOptions(conf: NovaConf, uri: string): readonly Problem[] {
  return vifOptions.flatMap((option) => repetitions(conf, option, uri));
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
  const settings = [...settingsOf(conf, option)];
  const last = settings.pop();
  if (!last) return [];
  const related = [{ uri, span: last.nameSpan, message: 'This setting wins.' }];
  return settings.map(({ name, nameSpan }) => {
    const message = `${name} is set again below, and the last setting wins: this one has no effect.`;
    return problem('nova-conf.option-repeated', nameSpan, message, { related });
  });
}
