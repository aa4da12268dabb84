import { guesses, problem, type Problem, type Severity } from '../../problems';
import { suggest } from '../../suggest';
import { findNovaOptions, type NovaOption } from '../catalogue';
import { novaName } from '../catalogue/novaFacts';
import { waitsForTool } from '../fromTool';
import type { ConfContent, OptionSetting } from '../novaConf';
import type { ValueFault } from '../values/fault';
import { valueFault } from '../values/valueFault';
import { ofSetting, type Finding } from './finding';

/** Which values are looked at, and how severe one is that certainly is wrong. */
interface ValueRules {
  readonly severity: Severity;
  readonly only?: (setting: OptionSetting) => boolean;
}

/**
 * Finds values that oslo.config refuses when Nova asks for the option. A value that another setting overrides is never asked
 * for, and one that a tool has yet to fill in is not known.
 */
export function checkValues(
  { settings }: ConfContent,
  uri: string,
  { severity, only }: ValueRules,
): readonly Finding[] {
  return settings.flatMap((setting, index) => {
    if (only?.(setting) === false) return [];
    const options = findNovaOptions(setting.group, setting.name);
    // What other settings make of the value is known with the whole file; any other value is looked at here, once.
    const refusing = setting.value.includes('$') ? options : options.filter((option) => faultOf(option, setting.value));
    if (refusing.length === 0) return [];
    const finding = ofSetting(index, (placed, { counts, valueOf }) => {
      const asking = refusing.filter((option) => counts(placed, option));
      if (asking.length === 0) return undefined;
      const value = valueOf(placed);
      const [fault] = asking.flatMap((option) => faultOf(option, value) ?? []);
      return fault && invalid(placed, fault, uri, severity);
    });
    return [finding];
  });
}

function faultOf(option: NovaOption, value: string | undefined): ValueFault | undefined {
  return value === undefined || waitsForTool(value) ? undefined : valueFault(option, value);
}

function invalid(setting: OptionSetting, fault: ValueFault, uri: string, severity: Severity): Problem {
  const { name, nameSpan, value, valueSpan } = setting;
  const span = value === '' ? nameSpan : valueSpan;
  const nova = fault.certain ? 'Nova' : novaName();
  const message = `${nova} refuses this value of ${name}: ${fault.message}`;
  const fixes = guesses({ uri, span: valueSpan }, suggest(value, fault.choices ?? []), (text) => `Change to '${text}'`);
  return problem('nova-conf.value-invalid', span, message, { severity: severityOf(fault, severity), fixes });
}

function severityOf({ certain, goodElsewhere }: ValueFault, severity: Severity): Severity {
  if (certain) return severity;
  return goodElsewhere ? 'information' : 'warning';
}
