import type { NovaConfView } from '../../check/view';
import { lines, trim } from '../../novaConf/lines';
import type { Span } from '../../text/span';

const COMMENT = { ini: ['#', ';'], flags: ['#', '//'] } as const;

/** The runs of comment lines of a nova.conf that no other line parts, without the blanks around each run. A line that looks like a comment and continues a value is none. */
export function commentRuns({ text, conf }: NovaConfView): readonly Span[] {
  const runs: Span[] = [];
  let open: { start: number; end: number } | undefined;
  let next = 0;
  for (const line of lines(text)) {
    const { start, end } = trim(text, line);
    while ((conf.settings[next]?.valueSpan.end ?? start) < start) next++;
    const isComment =
      COMMENT[conf.form].some((sign) => text.startsWith(sign, start)) &&
      (conf.settings[next]?.nameSpan.start ?? start) >= start;
    if (!isComment) open = undefined;
    else if (open) open.end = end;
    else runs.push((open = { start, end }));
  }
  return runs;
}
