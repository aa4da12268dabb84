import { lineEndOf } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Relayout } from './relayout';

const LINE_END = /\r\n|\r|\n/g;

/** The lines of a text, without their ends; the last one is empty where the text ends in a line end. */
export function linesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: lineEnd, index } of text.matchAll(LINE_END)) {
    spans.push({ start, end: index });
    start = index + lineEnd.length;
  }
  return [...spans, { start, end: text.length }];
}

/** The runs of lines for which `isBlank` holds, each as the indexes of its first line and of the first one behind it. */
function blankRuns(lines: readonly Span[], isBlank: (line: Span) => boolean): readonly Span[] {
  const runs: Span[] = [];
  let start: number | undefined;
  lines.forEach((line, index) => {
    if (isBlank(line)) start ??= index;
    else {
      if (start !== undefined) runs.push({ start, end: index });
      start = undefined;
    }
  });
  return start === undefined ? runs : [...runs, { start, end: lines.length }];
}

/** What ends a line: nothing where it is the last one. */
export function endingOf(text: string, lines: readonly Span[], index: number): string {
  return text.slice(lines[index]?.end, lines[index + 1]?.start);
}

/** Leaves one empty line of each run of blank ones, none at the text's start, and one line end at its end. An empty line ends as the one above it does: a lone CR and an LF would make one line end. */
export function tidyBlankLines(
  text: string,
  lines: readonly Span[],
  isBlank: (line: Span) => boolean,
): readonly Relayout[] {
  const changes = blankRuns(lines, isBlank).flatMap((run): Relayout[] => {
    const behind = lines[run.end];
    const span = { start: lines[run.start]?.start ?? 0, end: behind?.start ?? text.length };
    const newText = run.start > 0 && behind ? endingOf(text, lines, run.start - 1) : '';
    return text.slice(span.start, span.end) === newText ? [] : [[{ span, newText }]];
  });
  const last = lines.at(-1);
  const end = { start: text.length, end: text.length };
  return last && !isBlank(last) ? [...changes, [{ span: end, newText: lineEndOf(text) }]] : changes;
}
