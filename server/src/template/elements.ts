import type { Span } from '../text/span';
import { CONTAINER, DEVICES, type Tag } from './tags';

/** An element of a template file, however broken that is. Elements nest as their spans do. */
export interface Element {
  readonly opening: Tag;
  /** Missing for an empty element, and where it is missing in the text. */
  readonly closing?: Tag;
  /** With both tags. */
  readonly span: Span;
  /** What lies between the tags; missing where there can be nothing. */
  readonly content?: Span;
  /** In the order of the text. */
  readonly children: readonly Element[];
}

/** The elements that hold others in every template file. One of them reaches as far as it can where its closing tag is missing. */
const FRAME: ReadonlySet<string> = new Set([CONTAINER, 'template', ...DEVICES]);

const NONE: readonly Element[] = [];

interface OpenElement {
  readonly opening: Tag;
  /** Where it stands among the finished elements; its children come behind it. */
  readonly index: number;
}

class ElementsBuilder {
  /** Each element that has begun, without its children as long as it is open; of those that are closed, the children are inside. */
  readonly #elements: Element[] = [];
  readonly #open: OpenElement[] = [];
  /** How many elements of a name are open. */
  readonly #openNames = new Map<string, number>();

  add(tag: Tag): void {
    if (tag.kind === 'close') this.#addClosing(tag);
    else this.#addOpening(tag);
  }

  finish(end: number): readonly Element[] {
    while (this.#open.length > 0) this.#endLast(end);
    return this.#elements;
  }

  /** A template holds no other one: where one begins, the one before it has ended. */
  #addOpening(opening: Tag): void {
    const { name, kind, span } = opening;
    if (name === 'template') while (this.#isOpen(name)) this.#endLast(span.start);
    const index = this.#elements.push({ opening, span, children: NONE }) - 1;
    if (kind === 'empty') return;
    this.#open.push({ opening, index });
    this.#openNames.set(name, this.#countOpen(name) + 1);
  }

  /** A closing tag ends whatever it passes over; one that fits no open element is passed over itself. */
  #addClosing(closing: Tag): void {
    if (!this.#isOpen(closing.name)) return;
    while (this.#open.at(-1)?.opening.name !== closing.name) this.#endLast(closing.span.start);
    this.#endLast(closing.span.start, closing);
  }

  #countOpen(name: string): number {
    return this.#openNames.get(name) ?? 0;
  }

  #isOpen(name: string): boolean {
    return this.#countOpen(name) > 0;
  }

  /** Ends the innermost open element at `end`. Without its closing tag it is its opening tag alone, as if it were empty, and what comes behind it is no child of it. */
  #endLast(end: number, closing?: Tag): void {
    const last = this.#open.pop();
    if (last === undefined) return;
    const { opening, index } = last;
    this.#openNames.set(opening.name, this.#countOpen(opening.name) - 1);
    if (closing === undefined && !FRAME.has(opening.name)) return;
    const children = this.#elements.splice(index + 1);
    const span = { start: opening.span.start, end: closing?.span.end ?? end };
    const content = { start: opening.span.end, end };
    this.#elements[index] = { opening, ...(closing && { closing }), span, content, children };
  }
}

/**
 * Makes the tree of elements out of the tags of a file, in linear time: gives its outermost elements. `end` is the length of
 * the text. An element whose closing tag is missing is taken for one whose slash is missing, but for those that hold all others.
 */
export function elementsOf(tags: readonly Tag[], end: number): readonly Element[] {
  const builder = new ElementsBuilder();
  for (const tag of tags) builder.add(tag);
  return builder.finish(end);
}

/** The elements and all elements inside of them, each one before its children. However deep they nest, no stack overflows. */
export function* withDescendants(elements: readonly Element[]): Generator<Element> {
  const left = [...elements].reverse();
  for (let element = left.pop(); element !== undefined; element = left.pop()) {
    yield element;
    for (const child of element.children.toReversed()) left.push(child);
  }
}
