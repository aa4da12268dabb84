import type { NovaConfView } from '../../check/view';
import type { OptionSetting, Section } from '../../novaConf/novaConf';
import type { Span } from '../../text/span';
import { commentRuns } from './commentLines';
import { blocksOf, settingSpan } from './novaConfSections';
import { holding, holds, type StretchesAt } from './stretches';

/** The part of a span that stands on the line of an offset. */
function onLine(text: string, span: Span, at: number): Span {
  let { start, end } = { start: at, end: at };
  while (start > span.start && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  while (end < span.end && !/[\r\n]/.test(text.charAt(end))) end++;
  return { start, end };
}

/** The name of a section: its header without the brackets. */
function sectionName(text: string, { span }: Section): Span {
  return { start: span.start + 1, end: span.end - (text[span.end - 1] === ']' ? 1 : 0) };
}

function settingStretches(span: Span, { nameSpan, valueSpan }: OptionSetting): readonly Span[] {
  const quotes = span.end - valueSpan.end;
  return [span, nameSpan, valueSpan, { start: valueSpan.start - quotes, end: span.end }];
}

/** The stretches of a nova.conf: names, values with and without quotes, settings, comments by the line and whole, sections with their names. */
export function novaConfStretches(view: NovaConfView): StretchesAt {
  const { text, conf } = view;
  const sections = blocksOf(view).sections;
  const settings = conf.settings.map((setting) => ({ ...setting, span: settingSpan(text, setting) }));
  const comments = commentRuns(view).map((span) => ({ span }));
  return (at) => {
    const block = holding(sections, at);
    const setting = holding(settings, at);
    const comment = holding(comments, at)?.span;
    const found = [
      ...(block ? [block.span, block.section.span, sectionName(text, block.section)] : []),
      ...(setting ? settingStretches(setting.span, setting) : []),
      ...(comment ? [comment, onLine(text, comment, at)] : []),
    ];
    return found.filter((span) => holds(span, at));
  };
}
