import { baseName } from '../../check/view';
import { findNovaOption, type NovaOption } from '../../novaConf/catalogue';
import type { OptionSetting } from '../../novaConf/novaConf';
import { normalizedGroup, vifOptions } from '../../novaConf/options';
import { referencesIn } from '../../novaConf/references';
import { substitution } from '../../novaConf/substitute';
import type { OptionSubject } from '../subjects/subject';
import type { WorkspaceView } from '../workspaceView';
import { code, link } from './markdown';
import { optionFacts } from './optionFacts';

/** What an option does and takes, and what it is set to; nothing for one that neither Nova nor the file knows. */
export function describeOption(view: WorkspaceView, subject: OptionSubject): string[] {
  const setting = subject.conf.conf.lastNamed(subject.name);
  const { group, name } = setting ?? placeOf(subject);
  const option = findOption(group, name);
  const texts = [
    ...describeValue(view, subject, setting, option),
    ...(option ? optionFacts(option, { group, name }) : []),
  ];
  return texts.length > 0 ? [`**Option ${code(name)}** in ${code(`[${group}]`)}`, ...texts] : [];
}

/** An option of the VIF story is spoken of as for the Nova that has it. */
function findOption(group: string, name: string): NovaOption | undefined {
  const vifOption = vifOptions.find((option) => option.group === normalizedGroup(group) && option.names.includes(name));
  if (!vifOption) return findNovaOption(group, name);
  return { group, name, type: 'string', purpose: vifOption.purpose, default: vifOption.default };
}

/** Where an option would stand that is not set. */
function placeOf({ name, group }: OptionSubject): Pick<OptionSetting, 'group' | 'name'> {
  const dot = name.indexOf('.');
  if (dot > 0 && dot < name.length - 1) return { group: name.slice(0, dot), name: name.slice(dot + 1) };
  return { group: findOption(group, name) ? group : 'DEFAULT', name };
}

/** What stands behind a reference; of the option itself, what its own references make of it. */
function describeValue(
  view: WorkspaceView,
  { conf, isReference }: OptionSubject,
  setting: OptionSetting | undefined,
  option: NovaOption | undefined,
): string[] {
  if (!setting) return isReference ? [describeDefault(option)] : [];
  if (!isReference && referencesIn(conf.text, setting).length === 0) return [];
  const value = code(substitution(conf.conf)(setting));
  if (!isReference) return [`Its value after substitution: ${value}`];
  return [`Stands for ${value}, set in ${link(view, baseName(conf.uri), { uri: conf.uri, span: setting.nameSpan })}.`];
}

function describeDefault(option: NovaOption | undefined): string {
  if (option?.default === undefined) return 'This file does not set it.';
  return `This file does not set it: it stands for the default, ${code(option.default)}.`;
}
