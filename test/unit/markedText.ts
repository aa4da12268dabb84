import type { Span } from '../../server/src/text/span';

/** A text out of a test, with the cursors (`|`) and ranges (`<|…|>`) that were marked in it, in their order. */
export interface MarkedText {
  readonly text: string;
  readonly cursors: readonly number[];
  readonly spans: readonly Span[];
}

/** Reads marked text. Ranges do not nest; the marks do not count in the offsets. */
export function marked(source: string): MarkedText {
  const cursors: number[] = [];
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const piece of source.split(/(<\||\|>|\|)/)) {
    if (piece === '<|') start = text.length;
    else if (piece === '|>') spans.push({ start, end: text.length });
    else if (piece === '|') cursors.push(text.length);
    else text += piece;
  }
  return { text, cursors, spans };
}

/** Puts the marks back: how a test says which stretches of a text it found. */
export function mark(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, start) + '<|' + text.slice(start, end) + '|>';
    at = end;
  }
  return out + text.slice(at);
}
