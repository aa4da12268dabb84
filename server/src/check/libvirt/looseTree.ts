import { pieceAt, piecesWithin, type VisiblePiece } from '../../cheetahTemplate/visibleText';
import type { Attribute, Element, Text, Value } from '../../libvirt/tree';
import { attributeSpan, type Attribute as WrittenAttribute, type Tag } from '../../template/tags';
import { withDescendants, type Element as WrittenElement } from '../../template/elements';
import { inside } from '../../text/sorted';
import type { Span } from '../../text/span';
import { decode, decodeAttribute } from './decode';
import { between, DEEPEST, hasMarkup, joined, says, trimmed, UNKNOWN } from './stretches';

/** XML of which some pieces hang on conditions, and some are values that are not known. */
export interface LooseXml {
  readonly text: string;
  /** All that an XML parser would see, in the order of the text. */
  readonly pieces: readonly VisiblePiece[];
  readonly comments: readonly Span[];
}

/** The text between the children of an element. */
interface Content {
  readonly text?: Text;
  /** Whether a value stands in it, which can be elements. */
  readonly holdsValue: boolean;
}

/** Turns the elements of such XML into libvirt's tree: what is put out under a condition is there sometimes. */
export class LooseTreeMaker {
  readonly #comments: readonly { readonly span: Span }[];

  constructor(private readonly xml: LooseXml) {
    this.#comments = xml.comments.map((span) => ({ span }));
  }

  /** The tree of an element as an outermost one. */
  element(written: WrittenElement): Element {
    return this.#element(written, this.#bodyAt(written.opening.span.start), 0);
  }

  /** Whether each element in an outermost one is closed where it is opened, and no tag in it is cut apart. */
  isClear(written: WrittenElement): boolean {
    return [...withDescendants([written])].every(({ opening, closing }) => {
      if (!closing) return opening.kind === 'empty' && this.#isClearTag(opening);
      const isTogether = this.#bodyAt(opening.span.start) === this.#bodyAt(closing.span.start);
      return isTogether && this.#isClearTag(opening) && this.#isClearTag(closing);
    });
  }

  #bodyAt(offset: number): unknown {
    return pieceAt(this.xml.pieces, offset)?.body;
  }

  /** Whether a tag is not cut apart, and its values stand in its attributes. */
  #isClearTag({ span, attributes }: Tag): boolean {
    const values = [...piecesWithin(this.xml.pieces, span)].filter(({ isValue }) => isValue);
    const isInAttribute = (value: Span): boolean =>
      attributes.some(({ valueSpan }) => valueSpan.start <= value.start && value.end <= valueSpan.end);
    return this.#bodyAt(span.start) === this.#bodyAt(span.end - 1) && values.every(isInAttribute);
  }

  #element(written: WrittenElement, around: unknown, depth: number): Element {
    const { opening } = written;
    const body = this.#bodyAt(opening.span.start);
    const attributes = opening.attributes.map((attribute) => this.#attribute(attribute, body));
    const below = depth < DEEPEST ? written.children : [];
    const children = below.map((child) => this.#element(child, body, depth + 1));
    const { text, holdsValue } = this.#contentOf(written, body);
    const varies = [...attributes, ...children].some(({ sometimes }) => sometimes) || children.some(({ open }) => open);
    const open = holdsValue ? 'anything' : varies ? 'parts' : undefined;
    return {
      name: opening.name,
      nameSpan: opening.nameSpan,
      attributes,
      children,
      ...(text && { text }),
      ...(body !== around && { sometimes: true }),
      ...(open && { open }),
    };
  }

  #attribute(written: WrittenAttribute, body: unknown): Attribute {
    const { name, nameSpan, valueSpan } = written;
    const own = this.#bodyAt(nameSpan.start);
    const isWhole = own === this.#bodyAt(attributeSpan(this.xml.text, written).end - 1);
    const value = isWhole ? this.#value(valueSpan, own, decodeAttribute) : UNKNOWN;
    return { name, nameSpan, valueSpan, value, ...(own !== body && { sometimes: true }) };
  }

  /** The known pieces of a stretch that is put out as a whole; where a directive stands in it, nothing is known. */
  #value(span: Span, body: unknown, read: (written: string) => string): Value {
    const { text, pieces } = this.xml;
    const values: Value[] = [];
    let at = span.start;
    for (const piece of piecesWithin(pieces, span)) {
      if (piece.start > at || piece.body !== body) return UNKNOWN;
      const end = Math.min(piece.end, span.end);
      const written = text.slice(at, end);
      if (!piece.isValue && /\\[$#]|\$\{/.test(written)) return UNKNOWN;
      values.push(piece.isValue ? UNKNOWN : [read(written)]);
      at = end;
    }
    return at < span.end ? UNKNOWN : joined(values);
  }

  #contentOf({ content, children }: WrittenElement, body: unknown): Content {
    if (!content) return { holdsValue: false };
    const { text, pieces } = this.xml;
    const spans = between(content, [...children, ...inside(this.#comments, content)]);
    const put = spans.flatMap((span) =>
      [...piecesWithin(pieces, span)].map((piece) => ({ piece, span: cut(piece, span) })),
    );
    const holdsValue = put.some(({ piece }) => piece.isValue);
    const told = put.filter(({ piece, span }) => !piece.isValue && says([text.slice(span.start, span.end)]));
    const values = told.map(({ piece, span }) => this.#value(span, piece.body, decode));
    const isKnown = !holdsValue && told.every(({ piece }) => piece.body === body) && !values.some(hasMarkup);
    const span = trimmed(text, told[0]?.span ?? content);
    return { text: { value: isKnown ? joined(values) : UNKNOWN, span }, holdsValue };
  }
}

function cut(piece: Span, { start, end }: Span): Span {
  return { start: Math.max(piece.start, start), end: Math.min(piece.end, end) };
}
