import type { Value } from '../../libvirt/tree';
import type { Span } from '../../text/span';

/** How deep the model goes, and more: what is nested deeper is in an element that libvirt does not know. */
export const DEEPEST = 8;

/** How many elements and attributes a device can have to be looked at: hundreds of times more than any interface has. */
export const MOST_PARTS = 5_000;

/** Blank, tab, line feed and carriage return, as XML has them. */
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Of a text of which nothing is known. */
export const UNKNOWN: Value = ['', ''];

/** Of a text in which nothing stands. */
export const NOTHING: Value = [''];

/** Something that stands in a text. */
interface Placed {
  readonly span: Span;
}

/** What is left of a span without those others, which may lie in each other. */
export function between({ start, end }: Span, others: readonly Placed[]): readonly Span[] {
  const spans: Span[] = [];
  let at = start;
  for (const { span } of others.toSorted((a, b) => a.span.start - b.span.start)) {
    if (span.start > at) spans.push({ start: at, end: span.start });
    at = Math.max(at, span.end);
  }
  if (end > at) spans.push({ start: at, end });
  return spans;
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

/** Whether a stretch holds but the blanks that XML knows: it is looked at where it stands, for most of what lies between elements is so. */
export function isBlank(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (!BLANKS.has(text.charCodeAt(at))) return false;
  return true;
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
