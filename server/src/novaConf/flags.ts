import { problem, type Problem } from '../problems';
import type { Span } from '../text/span';
import { readAssignment } from './assignment';
import { isFlag, readFlag } from './flag';
import { isToolLine } from './fromTool';
import { isEmpty, lines, trim } from './lines';
import type { ConfContent, OptionSetting } from './novaConf';
import { settingAt } from './setting';

/** What one line of a flag file gives. */
interface FlagLine {
  readonly setting?: OptionSetting;
  readonly problem?: Problem;
}

/** Parses a piece of a flag file: one flag a line, and comments behind `#` or `//`. All flags belong to `DEFAULT`. */
export function parseFlags(text: string): ConfContent {
  const settings: OptionSetting[] = [];
  const problems: Problem[] = [];
  for (const line of lines(text)) {
    const { setting, problem } = readLine(text, trim(text, line));
    if (setting) settings.push(setting);
    if (problem) problems.push(problem);
  }
  return { sections: [], settings, problems };
}

function readLine(text: string, line: Span): FlagLine {
  if (isEmpty(line) || text.startsWith('#', line.start) || text.startsWith('//', line.start)) return {};
  if (isToolLine(text, line.start)) return {};
  return isFlag(text, line) ? readFlagLine(text, line) : readForeignLine(text, line);
}

function readFlagLine(text: string, line: Span): FlagLine {
  const { setting, wellFormed } = readFlag(text, line);
  if (wellFormed) return { setting };
  const message = `Nova does not read a flag that is written so: write --${setting.name}=…, with two dashes and a = sign.`;
  return { setting, problem: problem('nova-conf.syntax', line, message) };
}

function readForeignLine(text: string, line: Span): FlagLine {
  const assignment = readAssignment(text, line);
  if (!assignment || isEmpty(assignment.nameSpan)) {
    const message = 'This line is no flag: write --name=value, or # in front of a comment.';
    return { problem: problem('nova-conf.syntax', line, message) };
  }
  const { nameSpan, value: first } = assignment;
  const setting = settingAt(text, { group: 'DEFAULT', nameSpan, first, continuation: [] });
  const message = `The other lines of this file are flags: write --${setting.name}=….`;
  return { setting, problem: problem('nova-conf.syntax', line, message) };
}
