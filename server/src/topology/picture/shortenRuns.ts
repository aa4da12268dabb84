import type { Run } from '../tracedValue';
import { readable } from './markup';

/** Characters that take the place of two. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const ELLIPSIS: Run = { text: '…' };

interface Character {
  readonly text: string;
  readonly run: Run;
}

function widthOf(character: string): number {
  return WIDE.test(character) ? 2 : 1;
}

/** How many columns a text takes in a font whose characters are all of one width. */
export function columns(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + widthOf(character), 0);
}

/** A value that takes at most `most` columns, readable: of a longer one, the beginning and the end. */
export function shortenRuns(runs: readonly Run[], most: number): readonly Run[] {
  const readableRuns = runs.map((run) => ({ ...run, text: readable(run.text) }));
  if (readableRuns.reduce((sum, { text }) => sum + columns(text), 0) <= most) return readableRuns;
  const characters = readableRuns.flatMap((run) => Array.from(run.text, (text): Character => ({ text, run })));
  const head = taken(characters, Math.ceil((most - 1) / 2));
  const tail = taken(characters.slice(head.length).reverse(), Math.floor((most - 1) / 2)).reverse();
  return [...joined(head), ELLIPSIS, ...joined(tail)];
}

/** As many of the first characters as fit. */
function taken(characters: readonly Character[], most: number): Character[] {
  let width = 0;
  const end = characters.findIndex(({ text }) => (width += widthOf(text)) > most);
  return characters.slice(0, end < 0 ? undefined : end);
}

function joined(characters: readonly Character[]): readonly Run[] {
  const runs: { run: Run; text: string }[] = [];
  for (const { text, run } of characters) {
    const last = runs.at(-1);
    if (last?.run === run) last.text += text;
    else runs.push({ run, text });
  }
  return runs.map(({ run, text }) => ({ ...run, text }));
}
