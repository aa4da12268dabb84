import type { NovaOption } from '../catalogue';
import { quoted } from './quoted';
import type { ValueFault } from './valueFault';

/** What is wrong with `value` as the text of `option`, or as one item where the option is a list. */
export function textFault(option: NovaOption, value: string): ValueFault | undefined {
  const { choices, pattern, maxLength } = option;
  if (maxLength !== undefined && Array.from(value).length > maxLength)
    return { message: `${quoted(value)} is longer than ${maxLength} characters.` };
  if (pattern !== undefined && !inJavaScript(pattern).test(value))
    return { message: `${quoted(value)} is not of the form ${pattern}.` };
  return choices && !isAmong(choices, value, option.ignoreCase) ? noChoice(value, choices) : undefined;
}

function isAmong(choices: readonly string[], value: string, ignoreCase = false): boolean {
  if (!ignoreCase) return choices.includes(value);
  return choices.some((choice) => choice.toLowerCase() === value.toLowerCase());
}

function noChoice(value: string, choices: readonly string[]): ValueFault {
  return { message: `${quoted(value)} is none of ${choices.map((choice) => choice || "''").join(', ')}.`, choices };
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
