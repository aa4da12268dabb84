import { problem, type Problem } from '../problems';
import type { Span } from '../text/span';
import { trimStart } from './lines';
import type { Section } from './novaConf';

/** The section that a line opens. One whose header is malformed opens the section that it seems to mean. */
export interface SectionHeader {
  readonly section: Section;
  readonly problem?: Problem;
}

/** Reads a line that starts with `[`, without blanks at its end. As for oslo.config, the name is all that stands up to the line's last character, `]`. */
export function readSectionHeader(text: string, line: Span): SectionHeader {
  const header = text.slice(line.start, line.end);
  if (header === '[]' || header === '[') return unnamed(line);
  if (header.endsWith(']')) return { section: { name: header.slice(1, -1), span: line } };
  const close = header.indexOf(']');
  return close < 0 ? unclosed(header, line) : followed(text, { start: line.start, end: line.start + close + 1 }, line);
}

function unnamed(line: Span): SectionHeader {
  const message = 'This section has no name: write it between the brackets, as in [DEFAULT].';
  return { section: { name: '', span: line }, problem: problem('nova-conf.syntax', line, message) };
}

function unclosed(header: string, line: Span): SectionHeader {
  const name = header.slice(1).trim();
  const message = `The ] of this section is missing: write [${name}].`;
  return { section: { name, span: line }, problem: problem('nova-conf.syntax', line, message) };
}

function followed(text: string, span: Span, line: Span): SectionHeader {
  const header = text.slice(span.start, span.end);
  const surplus = trimStart(text, { start: span.end, end: line.end });
  const message = `Nothing may follow ${header} on its line, not even a comment: move this to a line of its own.`;
  return { section: { name: header.slice(1, -1), span }, problem: problem('nova-conf.syntax', surplus, message) };
}
