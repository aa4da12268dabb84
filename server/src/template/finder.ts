import type { Span } from '../text/span';

/** What the last search for a pattern was asked, and what it gave. */
interface Found {
  readonly from: number;
  readonly match: Span | undefined;
}

/** Looks ahead in a text. Answers are kept: however often it is asked with offsets that grow, the text is searched once. */
export class Finder {
  readonly #found = new Map<RegExp, Found>();

  constructor(private readonly text: string) {}

  /** Where `pattern`, a global one, matches next, at `from` or behind. */
  find(pattern: RegExp, from: number): Span | undefined {
    const known = this.#found.get(pattern);
    if (known && known.from <= from && (known.match?.start ?? Infinity) >= from) return known.match;
    pattern.lastIndex = from;
    const found = pattern.exec(this.text);
    const match = found ? { start: found.index, end: pattern.lastIndex } : undefined;
    this.#found.set(pattern, { from, match });
    return match;
  }
}
