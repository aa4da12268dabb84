import type { Span, TextChange } from '../../text/span';

/** A change of the text that is formatted. */
export type LayoutChange = Omit<TextChange, 'uri'>;

/** Changes that belong together: all of them are made, or none. */
export type Relayout = readonly LayoutChange[];

/** What makes `newText` of the text at `span`, which holds no line end: as small as it can be so that cursors stay; nothing where it is that already. */
export function rewrite(text: string, { start, end }: Span, newText: string): readonly LayoutChange[] {
  const old = text.slice(start, end);
  if (old === newText) return [];
  const shorter = Math.min(old.length, newText.length);
  let same = 0;
  while (same < shorter && old[same] === newText[same]) same += 1;
  let sameEnd = 0;
  while (sameEnd < shorter - same && old[old.length - 1 - sameEnd] === newText[newText.length - 1 - sameEnd]) {
    sameEnd += 1;
  }
  const span = { start: start + same, end: end - sameEnd };
  return [{ span, newText: newText.slice(same, newText.length - sameEnd) }];
}
