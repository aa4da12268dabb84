import { lineEndOf } from '../text/lines';
import type { Span } from '../text/span';
import { isEmpty, lines, strip, trim } from './lines';
import type { NovaConf, OptionSetting } from './novaConf';

/** A name that the INI form reads as a flag file does: it holds no sign of an assignment. */
const NAME = /^[A-Za-z_][\w.-]*$/;

/**
 * The text of a flag file in the INI form, with the same settings: same names, same values, same order, and every comment.
 * A bare flag, `--verbose`, becomes `verbose = true`: that is its value, even where the option wants a text.
 *
 * Undefined for a file that is none, that has faults, or whose names the INI form cannot have.
 */
export function flagsAsIni(text: string, { form, problems, settings }: NovaConf): string | undefined {
  if (form !== 'flags' || problems.length > 0 || !settings.every(({ name }) => NAME.test(name))) return undefined;
  const settingAt = new Map(settings.map((setting) => [setting.nameSpan.start, setting]));
  let ini = '';
  let written = 0;
  for (const line of lines(text)) {
    ini += text.slice(written, line.start) + convertLine(text, trim(text, line), settingAt);
    written = line.end;
  }
  return `[DEFAULT]${lineEndOf(text)}${ini}${text.slice(written)}`;
}

/** Converts a line without the blanks around it: in the INI form, an indented one would continue the value above it. */
function convertLine(text: string, line: Span, settingAt: ReadonlyMap<number, OptionSetting>): string {
  if (isEmpty(line)) return '';
  const content = text.slice(line.start, line.end);
  if (content.startsWith('#')) return content;
  if (content.startsWith('//')) return `#${content.slice(2)}`;
  const setting = settingAt.get(line.start + '--'.length);
  if (!setting) return content;
  return setting.value === '' ? `${setting.name} =` : `${setting.name} = ${quotedIfNeeded(setting.value)}`;
}

/** A value in quotes where reading would take something away from it: quotes of its own, or blanks around it. */
function quotedIfNeeded(value: string): string {
  const endsInQuotes = /^["']/.test(value) && value.startsWith(value.slice(-1));
  return endsInQuotes || strip(value) !== value ? `"${value}"` : value;
}
