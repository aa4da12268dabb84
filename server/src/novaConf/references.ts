import type { Span } from '../text/span';
import type { NovaConf, OptionSetting } from './novaConf';
import { keyIn } from './options';
import { REFERENCE } from './substitute';

/** `$name` or `${name}` in a value. */
export interface OptionReference {
  readonly span: Span;
  /** As it is written: the name of an option, or `section.name`. */
  readonly name: string;
  readonly nameSpan: Span;
}

/** The references in the value of a setting of `text`, in their order. `$$` and `\$` are none: they stand for a dollar sign. */
export function referencesIn(text: string, { valueSpan }: OptionSetting): readonly OptionReference[] {
  // Of the same length, so that the offsets stay.
  const value = text.slice(valueSpan.start, valueSpan.end).replaceAll('\\$', () => '$$');
  return [...value.matchAll(REFERENCE)].flatMap(({ index, 0: written, 2: named, 3: braced }) => {
    const name = named ?? braced;
    if (name === undefined) return [];
    const start = valueSpan.start + index;
    const nameStart = start + (named === undefined ? 2 : 1);
    return {
      span: { start, end: start + written.length },
      name,
      nameSpan: { start: nameStart, end: nameStart + name.length },
    };
  });
}

/** The one name of the option that a setting sets: `name` under `[DEFAULT]`, `section.name` elsewhere. */
export function optionNameOf({ group, name }: OptionSetting): string {
  return keyIn(group, name);
}

/** The one name of the option that `name` refers to in a value of `[group]` of a file: one of the same section counts first. It stays as it is written where neither is set. */
export function referredOption(name: string, group: string, conf: Pick<NovaConf, 'lastNamed'>): string {
  const own = keyIn(group, name);
  return conf.lastNamed(own) ? own : name;
}
