import { CompletionItemKind } from 'vscode-languageserver-types';
import type { NovaConfView } from '../../check/view';
import type { OptionSetting } from '../../novaConf/novaConf';
import { normalizedGroup } from '../../novaConf/options';
import { substitution } from '../../novaConf/substitute';
import type { ValuePlace } from './confPlace';
import type { Offer } from './offer';
import { plainSlot, type Slot } from './slot';

/** What oslo.config takes for the name of an option behind `$`. */
const REFERABLE = /^[_a-z][._a-z0-9]*$/i;
const NAME_CHARACTER = /[._A-Za-z0-9]/;

/** The slot of a half-typed `$name` or `${name` before the cursor of a value; undefined where there is none. */
export function referenceSlot(text: string, { slot: { span } }: ValuePlace, offset: number): Slot | undefined {
  let start = offset;
  while (start > span.start && NAME_CHARACTER.test(text.charAt(start - 1))) start -= 1;
  const braced = text[start - 1] === '{';
  const dollar = start - (braced ? 2 : 1);
  if (dollar < span.start || text[dollar] !== '$' || isEscaped(text, span.start, dollar)) return undefined;
  let end = offset;
  if (offset > start) while (NAME_CHARACTER.test(text.charAt(end))) end += 1;
  if (braced) return { ...plainSlot({ start, end }), after: text[end] === '}' ? '' : '}' };
  const goesOn = NAME_CHARACTER.test(text.charAt(end));
  return { span: { start: dollar, end }, typed: '$', before: goesOn ? '${' : '$', after: goesOn ? '}' : '' };
}

/** Whether the `$` at `dollar` is only the second of `$$`, or stands behind a backslash. */
function isEscaped(text: string, start: number, dollar: number): boolean {
  let first = dollar;
  while (first > start && text[first - 1] === '$') first -= 1;
  const escaping = text[first - 1] === '\\' && first > start ? 1 : 0;
  return (dollar - first + escaping) % 2 === 1;
}

/** The options that this file sets and a value of `[group]` may refer to: those of its section first. */
export function offersOfReferences({ conf }: NovaConfView, place: ValuePlace, slot: Slot): Offer[] {
  const group = normalizedGroup(place.group);
  const valueOf = substitution(conf);
  const reachable = new Map<string, OptionSetting>();
  for (const setting of conf.settings) {
    const isOwn = normalizedGroup(setting.group) === group && setting.name === place.name;
    if (!isOwn) reachable.set(`${normalizedGroup(setting.group)}.${setting.name}`, setting);
  }
  return [...reachable.values()].flatMap((setting) => {
    const name = referenceFrom(group, setting);
    const hides = setting.name === place.name || reachable.has(`${group}.${setting.name}`);
    const isHidden = group !== 'DEFAULT' && setting.group === 'DEFAULT' && hides;
    if (isHidden || !REFERABLE.test(name)) return [];
    return {
      slot,
      name,
      kind: CompletionItemKind.Variable,
      rank: normalizedGroup(setting.group) === group ? 0 : setting.group === 'DEFAULT' ? 1 : 2,
      detail: `[${setting.group}] ${setting.name}`,
      documentation: valueOf(setting),
    };
  });
}

/** How a value of `[group]` names an option. */
function referenceFrom(group: string, { group: other, name }: OptionSetting): string {
  const isNear = other === 'DEFAULT' || normalizedGroup(other) === group;
  return isNear ? name : `${normalizedGroup(other)}.${name}`;
}
