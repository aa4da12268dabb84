import { elementsOf, withDescendants } from '../template/elements';
import type { Enclosed, ScanState } from '../template/scanState';
import { scanTemplate } from '../template/scan';
import type { Span } from '../text/span';

/** What ends a comment, a section or an instruction, or leaves it without its end. */
const MARKS: Readonly<Record<Enclosed['context'], readonly string[]>> = {
  comment: ['-->', '<!--'],
  cdata: [']]>'],
  markup: ['?>'],
};

/** Where each element of a text opens and closes, as far as it does. */
function pairsOf({ tags, text }: ScanState): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { opening, closing } of withDescendants(elementsOf(tags, text.length)))
    if (closing || opening.kind === 'empty') pairs.add(`${opening.span.end} ${closing?.span.start ?? ''}`);
  return pairs;
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}

/**
 * What a template writes around its values: elements, comments, sections and instructions. Values that break out change
 * it, even where the XML that comes of it is well formed. `without` is the scanned output with letters in place of every
 * value, so that each offset is that of the output.
 */
export class Frame {
  readonly #output: ScanState;
  readonly #enclosed: ReadonlySet<string>;

  constructor(
    private readonly without: ScanState,
    output: string,
  ) {
    this.#output = scanTemplate(output, '');
    this.#enclosed = new Set(this.#output.enclosed.map(({ span }) => keyOf(span)));
  }

  /** Whether every element of the template is closed where the template closes it. */
  holdsElements(): boolean {
    const there = pairsOf(this.#output);
    return [...pairsOf(this.without)].every((pair) => there.has(pair));
  }

  /** The mark by which the value at `put` breaks up what it is enclosed in; `undefined` where it does not. */
  markThatBreaks({ span, context }: Enclosed, put: Span): string | undefined {
    if (this.#enclosed.has(keyOf(span))) return undefined;
    return MARKS[context].find((mark) => {
      const reach = mark.length - 1;
      const [start, end] = [Math.max(put.start - reach, span.start + 1), Math.min(put.end + reach, span.end)];
      return this.#output.text.slice(start, end).includes(mark);
    });
  }
}
