import { elementsOf, withDescendants, type Element } from '../template/elements';
import { attributeSpan } from '../template/tags';
import type { Placeholder, Template } from '../template/templateFile';
import type { Span } from '../text/span';
import { wholeLines } from './wholeLines';

/** What says nothing between the tags of an element: blanks, comments and instructions. */
const NO_CONTENT = /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[ \t\r\n]*\]\]>|[ \t\r\n]+/g;

/** The text with blanks in place of placeholders that nothing fills. */
function blanked(text: string, unfilled: readonly Placeholder[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of unfilled.map(({ span }) => span)) {
    result += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

/** What an element holds between its children. */
function textsOf({ content, children }: Element): readonly Span[] {
  if (content === undefined) return [];
  const starts = [content.start, ...children.map(({ span }) => span.end)];
  const ends = [...children.map(({ span }) => span.start), content.end];
  return starts.map((start, index) => ({ start, end: ends[index] ?? start }));
}

/** Finds out which elements and attributes of a template go because of placeholders that nothing fills. */
class Reduction {
  readonly #blanked: string;
  readonly #gone = new Set<Element>();

  constructor(
    private readonly text: string,
    unfilled: readonly Placeholder[],
  ) {
    this.#blanked = blanked(text, unfilled);
  }

  /** The spans that go, in the order of the text. The roots stay, whatever they are left with. */
  spans(roots: readonly Element[]): readonly Span[] {
    const elements = [...withDescendants(roots)];
    const kept = new Set(roots);
    for (const element of elements.toReversed())
      if (!kept.has(element) && this.#isEmptied(element)) this.#gone.add(element);
    let behind = 0;
    return elements.flatMap((element) => {
      if (element.span.start < behind) return [];
      if (!this.#gone.has(element)) return this.#attributesOf(element);
      behind = element.span.end;
      return element.span;
    });
  }

  /** Whether something of an element goes, and nothing of it stays. Its children have been asked before. */
  #isEmptied(element: Element): boolean {
    const { opening, children } = element;
    const texts = textsOf(element);
    const stays =
      opening.attributes.some(({ valueSpan }) => !this.#changes(valueSpan)) ||
      children.some((child) => !this.#gone.has(child)) ||
      texts.some((span) => this.#says(span));
    if (stays) return false;
    return opening.attributes.length > 0 || children.length > 0 || texts.some((span) => this.#changes(span));
  }

  #attributesOf({ opening }: Element): readonly Span[] {
    return opening.attributes
      .filter(({ valueSpan }) => this.#changes(valueSpan))
      .map((attribute) => {
        const { start, end } = attributeSpan(this.text, attribute);
        return { start: this.text.slice(0, start).trimEnd().length, end };
      });
  }

  #changes({ start, end }: Span): boolean {
    return this.text.slice(start, end) !== this.#blanked.slice(start, end);
  }

  #says({ start, end }: Span): boolean {
    return this.#blanked.slice(start, end).replace(NO_CONTENT, '') !== '';
  }
}

/**
 * What the optional placeholders `unfilled` of a template take with them, in the order of the text: the attributes in whose
 * value one stands, and the elements which that leaves with neither attribute nor content, with their lines where nothing
 * else stands there.
 */
export function leftOut(
  text: string,
  { interfaceSpan, tags }: Template,
  unfilled: readonly Placeholder[],
): readonly Span[] {
  const counting = unfilled.filter(({ context }) => context !== 'comment' && context !== 'markup');
  if (interfaceSpan === undefined || counting.length === 0) return [];
  const { start, end } = interfaceSpan;
  const own = tags.filter(({ span }) => start <= span.start && span.end <= end);
  return wholeLines(text, new Reduction(text, counting).spans(elementsOf(own, end)));
}
