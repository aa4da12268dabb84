import { problem, type Problem } from '../../problems';
import { findNovaOption } from '../catalogue';
import { novaName } from '../catalogue/novaFacts';
import type { ConfContent, OptionSetting } from '../novaConf';
import { certainly, type Finding } from './finding';

/** Names the options that only earlier releases of Nova read, and what is written today instead. */
export function checkRemovedOptions({ settings }: ConfContent): readonly Finding[] {
  return settings.flatMap((setting) => {
    const problem = checkSetting(setting);
    return problem ? [certainly(problem)] : [];
  });
}

function checkSetting({ group, name, nameSpan }: OptionSetting): Problem | undefined {
  const removed = findNovaOption(group, name)?.removed;
  if (!removed) return undefined;
  const instead = removed.replacement === undefined ? '' : ` Write ${removed.replacement} instead.`;
  return problem(
    'nova-conf.option-removed',
    nameSpan,
    `${novaName()} has no option ${name} in [${group}] any more.${instead}`,
  );
}
