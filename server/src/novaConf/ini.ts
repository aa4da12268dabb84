import { problem, type Problem } from '../problems';
import type { Span } from '../text/span';
import { readAssignment } from './assignment';
import { isFlag, readFlag } from './flag';
import { isToolLine } from './fromTool';
import { isEmpty, lines, trimEnd, trimStart } from './lines';
import type { ConfContent, OptionSetting, Section } from './novaConf';
import { readSectionHeader } from './sectionHeader';
import { settingAt, type SettingSpans } from './setting';

/**
 * Parses a piece of the INI form by the rules of oslo.config's `iniparser`. Where that one gives up at the first fault, this one
 * reports it and reads on, taking the line for what it seems to mean. A line that speaks to a tool, such as `{% if x %}`, is
 * passed over. `sectionAbove` is the section that the piece starts in; undefined above the first one of the file.
 */
export function parseIni(text: string, sectionAbove: string | undefined): ConfContent {
  const reader = new IniReader(text, sectionAbove);
  for (const line of lines(text)) reader.read(line);
  return reader.finish();
}

/** A setting whose value may go on in the next line. */
interface OpenSetting extends SettingSpans {
  readonly continuation: Span[];
}

class IniReader {
  private readonly sections: Section[] = [];
  private readonly settings: OptionSetting[] = [];
  private readonly problems: Problem[] = [];
  private open: OpenSetting | undefined;
  /** Whether the line above is malformed, so that indented lines below it belong to it. */
  private afterFault = false;
  /** Whether the line above speaks to a tool: the lines that it is about may be indented. */
  private afterToolLine = false;
  private missesSection = false;

  constructor(
    private readonly text: string,
    private readonly sectionAbove: string | undefined,
  ) {}

  read(line: Span): void {
    const content = trimEnd(this.text, line);
    if (isEmpty(content)) this.close();
    else if (/[ \t]/.test(this.text.charAt(content.start))) this.readIndented(trimStart(this.text, content));
    else this.readUnindented(content);
  }

  finish(): ConfContent {
    this.close();
    const { sections, settings, problems } = this;
    return { sections, settings, problems };
  }

  private close(): void {
    if (this.open) this.settings.push(settingAt(this.text, this.open));
    this.open = undefined;
    this.afterFault = false;
    this.afterToolLine = false;
  }

  /** An indented line continues the value above it, even where it looks like a comment, an option or a section. */
  private readIndented(line: Span): void {
    if (this.open) this.open.continuation.push(line);
    else if (this.afterToolLine || isToolLine(this.text, line.start)) this.readBelowToolLine(line);
    else if (!this.afterFault) this.readStray(line);
  }

  private readStray(line: Span): void {
    const message =
      'This line is indented, but no value stands above it that it could continue: remove the blanks in front.';
    this.problems.push(problem('nova-conf.syntax', line, message));
    this.readStatement(line);
    this.close();
  }

  private readBelowToolLine(line: Span): void {
    if (!isToolLine(this.text, line.start)) this.readStatement(line);
    this.close();
    this.afterToolLine = true;
  }

  private readUnindented(line: Span): void {
    this.close();
    if (isToolLine(this.text, line.start)) {
      this.afterToolLine = true;
      return;
    }
    const fault = this.readStatement(line);
    if (!fault) return;
    this.problems.push(fault);
    this.afterFault = !this.open;
  }

  /** Reads a line that starts something, and gives back what is wrong with it. */
  private readStatement(line: Span): Problem | undefined {
    const first = this.text.charAt(line.start);
    if (first === '#' || first === ';') return undefined;
    if (first === '[') return this.readSection(line);
    return isFlag(this.text, line) ? this.readForeignFlag(line) : this.readOption(line);
  }

  private readSection(line: Span): Problem | undefined {
    const header = readSectionHeader(this.text, line);
    this.sections.push(header.section);
    return header.problem;
  }

  private readForeignFlag(line: Span): Problem {
    const { setting } = readFlag(this.text, line);
    this.settings.push(setting);
    const message = `This line is of the older form, a flag file: write ${setting.name} = … under [DEFAULT].`;
    return problem('nova-conf.syntax', line, message);
  }

  private readOption(line: Span): Problem | undefined {
    const assignment = readAssignment(this.text, line);
    if (!assignment) {
      return problem(
        'nova-conf.syntax',
        line,
        'This line has no = sign: write name = value, or # in front of a comment.',
      );
    }
    const { nameSpan, value } = assignment;
    if (isEmpty(nameSpan)) {
      return problem('nova-conf.syntax', line, 'The name of the option is missing: write name = value.');
    }
    this.open = { group: this.groupAt(nameSpan), nameSpan, first: value, continuation: [] };
    return undefined;
  }

  private groupAt(nameSpan: Span): string {
    const section = this.sections.at(-1)?.name ?? this.sectionAbove;
    if (section !== undefined) return section;
    if (!this.missesSection) {
      const message =
        'This option stands above the first section, and Nova refuses such a file: write [DEFAULT] on a line above it.';
      this.problems.push(problem('nova-conf.no-section', nameSpan, message));
    }
    this.missesSection = true;
    return 'DEFAULT';
  }
}
