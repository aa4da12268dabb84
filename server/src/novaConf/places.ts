import type { ConfContent, NovaConf, Section } from './novaConf';

const NOTHING: ConfContent = { sections: [], settings: [], problems: [] };

/** What stands around an offset: all that a cursor there can stand at, and more. Takes no longer in a long file. */
export function contentAround({ pieces }: NovaConf, offset: number): ConfContent {
  return pieces[indexAt(pieces, offset)] ?? NOTHING;
}

/** The section that a line belongs to which starts at `offset`; undefined above the first one. */
export function sectionAt({ pieces }: NovaConf, offset: number): Section | undefined {
  const last = indexAt(pieces, offset);
  for (const place of pieces.slice(0, last + 1).reverse()) {
    if (place.piece.sections.length === 0) continue;
    const section = place.sections.findLast(({ span }) => span.end <= offset);
    if (section) return section;
  }
  return undefined;
}

/** The index of the last piece that starts at an offset or in front of it; -1 where there is none. */
function indexAt(pieces: NovaConf['pieces'], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? offset) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
