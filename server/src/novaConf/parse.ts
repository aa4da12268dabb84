import { problem, type Problem } from '../problems';
import { isFlag } from './flag';
import { parseFlags } from './flags';
import { isToolLine } from './fromTool';
import { parseIni } from './ini';
import { isEmpty, lines, trim } from './lines';
import type { NovaConf, NovaConfForm } from './novaConf';
import { isOfOtherProgram } from './otherProgram';

const BYTE_ORDER_MARK = '\ufeff';

const NOTHING: NovaConf = { form: 'ini', sections: [], settings: [], problems: [] };

/** Parses the text of a nova.conf of either form. No text throws; what is wrong with it stands in `problems`, in the order of the file. The text of another program says nothing. */
export function parseNovaConf(text: string): NovaConf {
  const from = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const conf = formOf(text, from) === 'flags' ? parseFlags(text, from) : parseIni(text, from);
  if (conf.form === 'ini' && conf.sections.length === 0 && isOfOtherProgram(text)) return NOTHING;
  const problems = from > 0 ? [byteOrderMark(), ...conf.problems] : conf.problems;
  return { ...conf, problems: binaryAsOneProblem(text, problems) };
}

/**
 * Tells the form. A section header means INI, for a flag file has none. In a file without one, the first line that is
 * neither blank nor a comment decides, as it did for the nova that read both forms (`nova/compat/flagfile.py` of Essex).
 */
function formOf(text: string, from: number): NovaConfForm {
  if (text.startsWith('[', from) || /[\r\n]\[/.test(text)) return 'ini';
  for (const whole of lines(text, from)) {
    const line = trim(text, whole);
    if (isEmpty(line) || /^(?:#|;|\/\/)/.test(text.slice(line.start, line.start + 2)) || isToolLine(text, line.start))
      continue;
    return isFlag(text, line) ? 'flags' : 'ini';
  }
  return 'ini';
}

function byteOrderMark(): Problem {
  const message =
    'The file starts with a byte order mark, and Nova takes it for text: save the file as UTF-8 without one.';
  return problem('nova-conf.syntax', { start: 0, end: BYTE_ORDER_MARK.length }, message);
}

/** Of a file with NUL characters that does not parse, one problem says enough. One that parses is left alone: oslo.config takes a NUL for any other character. */
function binaryAsOneProblem(text: string, problems: readonly Problem[]): readonly Problem[] {
  const nul = text.indexOf('\0');
  if (nul < 0 || problems.length === 0) return problems;
  const message = 'This file is no text: it holds a NUL character here. Is it a nova.conf?';
  return [problem('nova-conf.syntax', { start: nul, end: nul + 1 }, message)];
}
