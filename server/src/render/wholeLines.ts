import type { Span } from '../text/span';

const BLANKS = /[ \t]*/y;
const LINE_END = /[ \t]*(?:\r\n|\r|\n|$)/y;

/** The offset behind what `pattern`, a sticky one, matches at `at`; `undefined` where it does not match. */
function behind(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Where the blanks in front of `at` begin, if they are all that precedes it on its line. */
function lineStart(text: string, at: number): number | undefined {
  let start = at;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  return start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r' ? start : undefined;
}

/** The spans with those made one that blanks alone keep apart on their line. */
function joined(text: string, spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && behind(BLANKS, text, last.end) === span.start)
      runs[runs.length - 1] = { start: last.start, end: span.end };
    else runs.push(span);
  }
  return runs;
}

/** Widens those spans that stand alone on their lines to the whole of these, the last line's end included. The spans are in the order of the text, as the answer is. */
export function wholeLines(text: string, spans: readonly Span[]): readonly Span[] {
  return joined(text, spans).map((span) => {
    const start = lineStart(text, span.start);
    const end = behind(LINE_END, text, span.end);
    return start === undefined || end === undefined ? span : { start, end };
  });
}
