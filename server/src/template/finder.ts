import type { Span } from '../text/span';
import type { Text } from '../text/text';

/** How much of the text (in code units) is looked into first. */
const FIRST_LOOK = 1024;
/** How many times as much is looked into where that was too little. */
const GROWTH = 4;

/** What the last search for a pattern was asked, and what it gave. */
interface Found {
  readonly from: number;
  readonly match: Span | undefined;
}

/** Looks ahead in a text. Answers are kept: however often it is asked with offsets that grow, the text is searched once. */
export class Finder {
  readonly #found = new Map<RegExp, Found>();

  constructor(private readonly text: Text) {}

  /**
   * Where `pattern`, a global one, matches next, at `from` or behind. It is tried on the beginning of what follows, which may end
   * anywhere: so a match must not hang on what stands behind it, nor become a longer one there.
   */
  find(pattern: RegExp, from: number): Span | undefined {
    const known = this.#found.get(pattern);
    if (known && known.from <= from && (known.match?.start ?? Infinity) >= from) return known.match;
    const match = this.#search(pattern, from);
    this.#found.set(pattern, { from, match });
    return match;
  }

  #search(pattern: RegExp, from: number): Span | undefined {
    for (let size = FIRST_LOOK; ; size *= GROWTH) {
      pattern.lastIndex = 0;
      const found = pattern.exec(this.text.slice(from, from + size));
      if (found) return { start: from + found.index, end: from + pattern.lastIndex };
      if (from + size >= this.text.length) return undefined;
    }
  }
}
