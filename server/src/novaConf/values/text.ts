import type { NovaOption } from '../catalogue/novaOption';
import { isValueOfOtherRelease } from '../catalogue/otherReleases';
import type { ValueFault } from './fault';
import { quoted } from './quoted';

/** What is wrong with `value` as the text of `option`, or as one item where the option is a list. */
export function textFault(option: NovaOption, value: string): ValueFault | undefined {
  const { choices, pattern, maxLength } = option;
  if (maxLength !== undefined && Array.from(value).length > maxLength)
    return { message: `${quoted(value)} is longer than ${maxLength} characters.` };
  if (pattern !== undefined && !inJavaScript(pattern).test(value))
    return { message: `${quoted(value)} is not of the form ${pattern}.` };
  return choices && !isAmong(choices, value, option.ignoreCase) ? noChoice(option, value, choices) : undefined;
}

function isAmong(choices: readonly string[], value: string, ignoreCase = false): boolean {
  if (!ignoreCase) return choices.includes(value);
  return choices.some((choice) => choice.toLowerCase() === value.toLowerCase());
}

function noChoice(option: NovaOption, value: string, choices: readonly string[]): ValueFault {
  const message = `${quoted(value)} is none of ${choices.map((choice) => choice || "''").join(', ')}`;
  if (isValueOfOtherRelease(option, value))
    return { message: `${message}; another release takes it.`, goodElsewhere: true };
  return { message: `${message}.`, choices };
}

/** Python's `\w` and `\d` know all scripts, its `.` takes all but a line feed, and one of these may follow its `$`. */
function inJavaScript(pattern: string): RegExp {
  const source = pattern
    .replaceAll('\\w', '[\\p{L}\\p{N}_]')
    .replaceAll('\\d', '\\p{Nd}')
    .replaceAll('.*', '[^\\n]*')
    .replace(/\$$/, '\\n?$');
  return new RegExp(source, 'u');
}
