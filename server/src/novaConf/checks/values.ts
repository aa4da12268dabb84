import { guesses, problem, type Problem, type Severity } from '../../problems';
import { suggest } from '../../suggest';
import { findNovaOptions, type NovaOption } from '../catalogue';
import { novaName } from '../catalogue/novaFacts';
import { waitsForTool } from '../fromTool';
import type { NovaConf, OptionSetting } from '../novaConf';
import type { ValueFault } from '../values/fault';
import { inEffect } from '../values/inEffect';
import { valueFault } from '../values/valueFault';
import { wholeValue } from '../values/wholeValue';

/** Which values are looked at, and how severe one is that certainly is wrong. */
interface ValueRules {
  readonly severity: Severity;
  readonly only?: (setting: OptionSetting) => boolean;
}

/**
 * Finds values that oslo.config refuses when Nova asks for the option. A value that another setting overrides is never asked
 * for, and one that a tool has yet to fill in is not known.
 */
export function checkValues(conf: NovaConf, uri: string, { severity, only }: ValueRules): readonly Problem[] {
  const counts = inEffect(conf);
  const valueOf = wholeValue(conf);
  return conf.settings.flatMap((setting) => {
    if (only?.(setting) === false) return [];
    const options = findNovaOptions(setting.group, setting.name).filter((option) => counts(setting, option));
    if (options.length === 0) return [];
    const fault = faultOf(options, valueOf(setting));
    return fault ? [invalid(setting, fault, uri, severity)] : [];
  });
}

function faultOf(options: readonly NovaOption[], value: string | undefined): ValueFault | undefined {
  if (value === undefined || waitsForTool(value)) return undefined;
  return options.map((option) => valueFault(option, value)).find((fault) => fault !== undefined);
}

function invalid(setting: OptionSetting, fault: ValueFault, uri: string, severity: Severity): Problem {
  const { name, nameSpan, value, valueSpan } = setting;
  const span = value === '' ? nameSpan : valueSpan;
  const nova = fault.certain ? 'Nova' : novaName;
  const message = `${nova} refuses this value of ${name}: ${fault.message}`;
  const fixes = guesses({ uri, span: valueSpan }, suggest(value, fault.choices ?? []), (text) => `Change to '${text}'`);
  return problem('nova-conf.value-invalid', span, message, { severity: severityOf(fault, severity), fixes });
}

function severityOf({ certain, goodElsewhere }: ValueFault, severity: Severity): Severity {
  if (certain) return severity;
  return goodElsewhere ? 'information' : 'warning';
}
