import fc from 'fast-check';
import { FRAGMENTS } from './fragments';

/** An edit at a share of a text's length, so that it fits any text: it stays the same edit while a found case is made smaller. */
export interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Most edits are a keystroke, as in an editor; some take or bring a stretch. */
export const arbitraryEdit: fc.Arbitrary<Edit> = fc.record({
  at: share,
  removed: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(3) }, fc.nat(200)),
  inserted: fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 6, arbitrary: fc.constantFrom(...FRAGMENTS) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  ),
});

/** Where an edit begins and ends in a text. */
export function placeOf(text: string, { at, removed }: Edit): { readonly start: number; readonly end: number } {
  const start = Math.floor(at * text.length);
  return { start, end: Math.min(text.length, start + removed) };
}

/** The text after an edit. */
export function edited(text: string, edit: Edit): string {
  const { start, end } = placeOf(text, edit);
  return text.slice(0, start) + edit.inserted + text.slice(end);
}
