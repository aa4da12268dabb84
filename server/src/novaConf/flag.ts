import type { Span } from '../text/span';
import { isEmpty, trimStart } from './lines';
import type { OptionSetting } from './novaConf';
import { settingAt, withoutQuotes } from './setting';

/** One line of a flag file. */
export interface Flag {
  readonly setting: OptionSetting;
  /** Whether it is written so that nova reads it: with two dashes, and with `=` in front of a value. */
  readonly wellFormed: boolean;
}

/** Whether a line, without blanks around it, is a flag: one or two dashes and a name. */
export function isFlag(text: string, { start, end }: Span): boolean {
  return /^--?[A-Za-z_]/.test(text.slice(start, Math.min(end, start + 3)));
}

/**
 * Reads the flag that stands at `line`, without blanks around it.
 *
 * A flag with no value, `--verbose`, is on: its value is `true`, and its value span is empty. `--noverbose` keeps its name,
 * for what the flag is called only the program knows that defines it: there is `--node_availability_zone` too.
 *
 * Nova up to Diablo leaves a flag file to gflags. Essex (`nova/compat/flagfile.py`) rewrites it to INI, where quotes around
 * a value go away. Neither reads a flag with one dash, nor a value that a mere blank parts from the name.
 */
export function readFlag(text: string, line: Span): Flag {
  const dashes = text.startsWith('--', line.start) ? 2 : 1;
  const nameStart = line.start + dashes;
  const nameLength = text.slice(nameStart, line.end).search(/[=\s]/);
  const nameSpan = { start: nameStart, end: nameLength < 0 ? line.end : nameStart + nameLength };
  const rest = trimStart(text, { start: nameSpan.end, end: line.end });
  if (isEmpty(rest)) return bareFlag(text, nameSpan, dashes);

  const signed = text.charAt(rest.start) === '=';
  const first = withoutQuotes(text, signed ? trimStart(text, { start: rest.start + 1, end: rest.end }) : rest);
  const setting = settingAt(text, { group: 'DEFAULT', nameSpan, first, continuation: [] });
  return { setting, wellFormed: signed && dashes === 2 };
}

function bareFlag(text: string, nameSpan: Span, dashes: number): Flag {
  const first = { start: nameSpan.end, end: nameSpan.end };
  const setting = { ...settingAt(text, { group: 'DEFAULT', nameSpan, first, continuation: [] }), value: 'true' };
  return { setting, wellFormed: dashes === 2 };
}
