import type { NovaConfView } from '../../check/view';
import { trimEnd } from '../../novaConf/lines';
import type { OptionSetting, Section } from '../../novaConf/novaConf';
import type { Span } from '../../text/span';
import { commentRuns } from './commentLines';
import { holding } from './stretches';

/** A section of a nova.conf with what stands in it. */
export interface SectionBlock {
  readonly section: Section;
  /** From the header to the last character that is no blank, without a comment right above the next header. */
  readonly span: Span;
  readonly settings: readonly OptionSetting[];
}

/** The parts of a nova.conf. */
export interface ConfBlocks {
  /** The settings above the first section: all of a flag file. */
  readonly loose: readonly OptionSetting[];
  readonly sections: readonly SectionBlock[];
}

/** Where each section ends: at the next header, or the comment right above it; the last one with the text. */
function sectionEnds(view: NovaConfView): readonly number[] {
  const { text, conf } = view;
  const runs = commentRuns(view).map((span) => ({ span }));
  const nextStarts = conf.sections.slice(1).map(({ span }) => {
    const above = trimEnd(text, { start: 0, end: span.start }).end;
    const lineEnds = text.slice(above, span.start).match(/\r\n|\r|\n/g)?.length;
    return (lineEnds === 1 ? holding(runs, above - 1)?.span.start : undefined) ?? span.start;
  });
  return [...nextStarts, text.length];
}

/** Gives each section of a nova.conf its settings, in the order of the file. */
export function blocksOf(view: NovaConfView): ConfBlocks {
  const { text, conf } = view;
  const { sections, settings } = conf;
  const ends = sectionEnds(view);
  let next = 0;
  const settingsBefore = (end: number): readonly OptionSetting[] => {
    const from = next;
    while ((settings[next]?.nameSpan.start ?? end) < end) next++;
    return settings.slice(from, next);
  };
  const loose = settingsBefore(sections[0]?.span.start ?? text.length);
  const blocks = sections.map((section, index) => {
    const end = ends[index] ?? text.length;
    const span = trimEnd(text, { start: section.span.start, end });
    return { section, span, settings: settingsBefore(end) };
  });
  return { loose, sections: blocks };
}

/** A setting with its dashes, its value and the quotes around it. */
export function settingSpan(text: string, { nameSpan, valueSpan }: OptionSetting): Span {
  const dashes = /-{0,2}$/.exec(text.slice(Math.max(0, nameSpan.start - 2), nameSpan.start))?.[0] ?? '';
  const quoted = /["']/.test(text.charAt(valueSpan.end));
  return { start: nameSpan.start - dashes.length, end: valueSpan.end + (quoted ? 1 : 0) };
}
