import type { Value } from '../../libvirt/tree';
import type { Span } from '../../text/span';

/** How deep the model goes, and more: what is nested deeper is in an element that libvirt does not know. */
export const DEEPEST = 8;

/** How many elements and attributes a device can have to be looked at: hundreds of times more than any interface has. */
export const MOST_PARTS = 5_000;

/** Of a text of which nothing is known. */
export const UNKNOWN: Value = ['', ''];

/** What is left of a span without those others, which may lie in each other. */
export function between({ start, end }: Span, others: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  let at = start;
  for (const other of [...others].sort((a, b) => a.start - b.start)) {
    if (other.start > at) spans.push({ start: at, end: other.start });
    at = Math.max(at, other.end);
  }
  return end > at ? [...spans, { start: at, end }] : spans;
}

/** One value behind the other. */
export function joined(values: readonly Value[]): Value {
  const pieces = [''];
  for (const [first, ...rest] of values) pieces.push((pieces.pop() ?? '') + first, ...rest);
  const [first = '', ...rest] = pieces;
  return [first, ...rest];
}

/** Whether there is a section or an instruction in a text. */
export function hasMarkup(value: Value): boolean {
  return value.some((piece) => piece.includes('<'));
}

/** Whether a text is more than blanks. */
export function says(value: Value): boolean {
  return value.some((piece) => piece.trim() !== '');
}

/** The span without the blanks at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const blanks = written.length - written.trimStart().length;
  return { start: start + blanks, end: Math.max(start + blanks, start + written.trimEnd().length) };
}
