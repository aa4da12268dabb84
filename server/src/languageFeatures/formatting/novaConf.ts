import { isEmpty, trim, trimEnd } from '../../novaConf/lines';
import type { NovaConf } from '../../novaConf/novaConf';
import type { Span } from '../../text/span';
import { endingOf, linesOf, tidyBlankLines } from './lines';
import { rewrite, type Relayout } from './relayout';

/** A line of a nova.conf, with how it is to be written. */
interface Written {
  readonly span: Span;
  readonly content: string;
}

/** Writes an option of the INI form. What stands in front of the name, if anything does, is a blank that Nova does not take for indentation, and stays. */
function writeOption(text: string, line: Span, nameSpan: Span): string {
  const name = text.slice(line.start, nameSpan.end);
  const sign = nameSpan.end + text.slice(nameSpan.end, line.end).search(/[=:]/);
  const value = trim(text, { start: sign + 1, end: line.end });
  return isEmpty(value) ? `${name} =` : `${name} = ${text.slice(value.start, value.end)}`;
}

function writeFlag(text: string, line: Span, nameSpan: Span): string {
  const flag = trim(text, line);
  const rest = trim(text, { start: nameSpan.end, end: flag.end });
  const name = text.slice(flag.start, nameSpan.end);
  if (isEmpty(rest)) return name;
  const value = trim(text, { start: rest.start + 1, end: rest.end });
  return `${name}=${text.slice(value.start, value.end)}`;
}

/** How every line is to be written. `nameSpans` are those of the settings, in their order. */
function write(text: string, lines: readonly Span[], { form, settings }: NovaConf): readonly Written[] {
  let next = 0;
  return lines.map((span) => {
    const name = settings[next]?.nameSpan;
    const kept = form === 'flags' ? trim(text, span) : trimEnd(text, span);
    if (!name || name.end > span.end) return { span, content: text.slice(kept.start, kept.end) };
    next += 1;
    return { span, content: form === 'flags' ? writeFlag(text, span, name) : writeOption(text, span, name) };
  });
}

/** The indexes of the lines that an empty line has to come before: each section's first, be it the comment above its header. */
function sectionStarts(lines: readonly Written[], { sections }: NovaConf): ReadonlySet<number> {
  const headers = new Set(sections.map(({ span }) => span.start));
  const starts = new Set<number>();
  let comments = 0;
  lines.forEach(({ span, content }, index) => {
    const isComment = /^[#;]/.test(content);
    if (headers.has(span.start)) starts.add(index - comments);
    comments = isComment ? comments + 1 : 0;
  });
  return starts;
}

/**
 * Lays a nova.conf out: one empty line between sections and never two in a row, `name = value` in the INI form and
 * `--name=value` in a flag file, no blanks at a line's end. The further lines of a value keep their indentation, and no value
 * changes. A file with faults is left alone: what it means is not certain.
 */
export function formatNovaConf(text: string, conf: NovaConf): readonly Relayout[] {
  if (conf.problems.length > 0) return [];
  const lines = linesOf(text);
  const written = write(text, lines, conf);
  const isBlank = (line: Span): boolean => isEmpty(trim(text, line));
  const starts = sectionStarts(written, conf);
  const rewritten = written.map(({ span, content }, index) => {
    const above = lines[index - 1];
    const gap = above && starts.has(index) && !isBlank(above) ? endingOf(text, lines, index - 1) : '';
    return isBlank(span) ? [] : rewrite(text, span, gap + content);
  });
  return [...rewritten.filter((changes) => changes.length > 0), ...tidyBlankLines(text, lines, isBlank)];
}
