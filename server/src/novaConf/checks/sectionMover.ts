import type { Fix } from '../../problems';
import { lineEndOf } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Text } from '../../text/text';
import type { NovaOption } from '../catalogue';
import type { NovaConf, OptionSetting } from '../novaConf';
import { normalizedGroup } from '../options';
import { perPiece } from '../pieces/perPiece';
import { lastSetting } from '../settingsOf';

/** A file: its text, and what that says. */
interface Source {
  readonly text: Text;
  readonly conf: NovaConf;
  readonly uri: string;
}

/**
 * Makes the function that gives the fix that moves the lines of a setting to the section of its option: behind the last setting
 * there, or to a new section at the end of the file. Comments stay where they are.
 *
 * It gives undefined where that could change more than it mends: in a file with faults, for an option that is set in its
 * section as well, and for a value that refers to others, which may mean something else there.
 */
export function sectionMover({
  text: content,
  conf,
  uri,
}: Source): (setting: OptionSetting, option: NovaOption) => Fix | undefined {
  return (setting, { group, name }) => {
    if (conf.problems.length > 0 || setting.value.includes('$')) return undefined;
    if (lastSetting(conf, { group, name })) return undefined;
    const text = content.toString();
    const lines = linesOf(text, setting);
    const written = withoutLineEnds(text.slice(lines.start, lines.end));
    const end = sectionEnd(text, conf, group);
    const newText = end === undefined ? newSection(text, group, written) : newLine(text, end, written);
    const span = { start: end ?? text.length, end: end ?? text.length };
    const changes = [
      { uri, span: lines, newText: '' },
      { uri, span, newText },
    ];
    return { title: `Move to [${group}]`, changes };
  };
}

/** A text without the line ends that it ends with. */
function withoutLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && '\r\n'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The sections that a piece says something of. */
const groupsIn = perPiece(
  ({ sections, settings }) =>
    new Set([...sections.map(({ name }) => name), ...settings.map(({ group }) => group)].map(normalizedGroup)),
);

/** Where a section ends: behind the last setting of the last section of that name, or behind its header. Undefined where there is none. */
function sectionEnd(text: string, { pieces }: NovaConf, section: string): number | undefined {
  const last = pieces.findLast(({ piece }) => groupsIn(piece).has(section));
  if (!last) return undefined;
  const headers = last.sections.filter(({ name }) => normalizedGroup(name) === section).map(({ span }) => span.end);
  const settings = last.settings.filter(({ group }) => normalizedGroup(group) === section);
  return behindLine(text, Math.max(...headers, ...settings.map(({ valueSpan }) => valueSpan.end)));
}

/** The lines of a setting, with the end of the last one. */
function linesOf(text: string, { nameSpan, valueSpan }: OptionSetting): Span {
  let { start } = nameSpan;
  while (!isLineStart(text, start)) start -= 1;
  return { start, end: behindLine(text, valueSpan.end) };
}

/** Where the line behind that of an offset starts, or the text ends. */
function behindLine(text: string, offset: number): number {
  const lineEnd = /\r\n|\r|\n/g;
  lineEnd.lastIndex = offset;
  return lineEnd.exec(text) ? lineEnd.lastIndex : text.length;
}

/** A line to be put at an offset, which starts a line or ends the text. */
function newLine(text: string, at: number, written: string): string {
  return `${isLineStart(text, at) ? '' : lineEndOf(text)}${written}${lineEndOf(text)}`;
}

function newSection(text: string, group: string, written: string): string {
  const lineEnd = lineEndOf(text);
  return `${isLineStart(text, text.length) ? '' : lineEnd}${lineEnd}[${group}]${lineEnd}${written}${lineEnd}`;
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || /[\r\n]/.test(text.charAt(offset - 1));
}
