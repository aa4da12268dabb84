import type { NovaConf, OptionSetting } from './novaConf';
import { vifOptions, type VifOptionRole } from './options';
import type { Selected, Selection } from './selection';
import { settingsOf } from './settingsOf';
import { substitution } from './substitute';

/**
 * What `conf` selects. Of an option that is set more than once the last setting counts, whatever its spelling; the driver of
 * `[libvirt]` counts before that of `[DEFAULT]`. A setting that counts and has no value selects nothing.
 */
export function select(conf: NovaConf): Selection {
  const valueOf = substitution(conf);
  const vifType = selected(settingFor(conf, 'vifType'), valueOf);
  const driver = selected(settingFor(conf, 'driver'), valueOf);
  const templateFile = selected(settingFor(conf, 'templateFile'), valueOf);
  return { ...(vifType && { vifType }), ...(driver && { driver }), ...(templateFile && { templateFile }) };
}

function settingFor(conf: NovaConf, role: VifOptionRole): OptionSetting | undefined {
  const candidates = vifOptions.filter((option) => option.role === role);
  return candidates.map((option) => settingsOf(conf, option).at(-1)).find((setting) => setting !== undefined);
}

/** A bare flag says `true` where the option wants a text: it has no value span, and selects nothing. */
function selected(
  setting: OptionSetting | undefined,
  valueOf: (setting: OptionSetting) => string,
): Selected | undefined {
  if (!setting || setting.valueSpan.start === setting.valueSpan.end) return undefined;
  const value = valueOf(setting);
  return value === '' ? undefined : { value, setting };
}
