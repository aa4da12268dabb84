import type { NovaConfView } from '../../check/view';
import type { OptionSetting } from '../../novaConf/novaConf';
import { vifOptions, type VifOptionRole } from '../../novaConf/options';
import { settingsOf } from '../../novaConf/settingsOf';
import { substitution } from '../../novaConf/substitute';

/** A setting of nova.conf, with its value after substitution. */
export interface ConfValue {
  readonly conf: NovaConfView;
  readonly setting: OptionSetting;
  readonly value: string;
}

/** The settings of a role that have a value: those that a later one overrides are among them. */
export function valuesOf(conf: NovaConfView, role: VifOptionRole): readonly ConfValue[] {
  const valueOf = substitution(conf.conf);
  return vifOptions
    .filter((option) => option.role === role)
    .flatMap((option) => settingsOf(conf.conf, option))
    .filter(hasValue)
    .sort((a, b) => a.nameSpan.start - b.nameSpan.start)
    .map((setting) => ({ conf, setting, value: valueOf(setting) }));
}

/** Whether a value is written: not so in `name =`, nor in a bare flag. */
export function hasValue({ valueSpan }: OptionSetting): boolean {
  return valueSpan.end > valueSpan.start;
}
