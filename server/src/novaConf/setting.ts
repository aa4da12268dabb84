import type { Span } from '../text/span';
import { isEmpty } from './lines';
import type { OptionSetting } from './novaConf';

/** Where the parts of one setting stand. */
export interface SettingSpans {
  readonly group: string;
  readonly nameSpan: Span;
  /** The value on the line of the name, without quotes. */
  readonly first: Span;
  /** The value's further lines; none of them is empty. */
  readonly continuation: readonly Span[];
}

/** The setting that stands at `spans`. The lines of its value are joined by `\n`, whatever ends them in the file. */
export function settingAt(text: string, { group, nameSpan, first, continuation }: SettingSpans): OptionSetting {
  const slice = ({ start, end }: Span): string => text.slice(start, end);
  const opening = isEmpty(first) ? (continuation[0] ?? first) : first;
  const closing = continuation.at(-1) ?? first;
  return {
    group,
    name: slice(nameSpan),
    nameSpan,
    value: [first, ...continuation].map(slice).join('\n'),
    valueSpan: { start: opening.start, end: closing.end },
  };
}

/** `span` without a pair of quotes around it. A quote that stands alone is its own pair, and leaves nothing: so oslo.config has it. */
export function withoutQuotes(text: string, span: Span): Span {
  const quote = text.charAt(span.start);
  const quoted = !isEmpty(span) && (quote === '"' || quote === "'") && text.charAt(span.end - 1) === quote;
  return quoted ? { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) } : span;
}
