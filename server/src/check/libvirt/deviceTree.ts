import type { Attribute, Element, Text, Value } from '../../libvirt/tree';
import { elementsOf, type Element as TemplateElement } from '../../template/elements';
import type { Contents } from '../../template/piece';
import { DEVICES, type Attribute as TemplateAttribute, type Tag } from '../../template/tags';
import type { Placeholder } from '../../template/templateFile';
import { inside } from '../../text/sorted';
import type { Span } from '../../text/span';
import { decode, decodeAttribute } from './decode';
import { between, DEEPEST, hasMarkup, isBlank, joined, MOST_PARTS, NOTHING, says, trimmed, UNKNOWN } from './stretches';

/** A stretch of text without its comments and with its gaps. */
interface Stretch {
  readonly value: Value;
  readonly optional: boolean;
}

/** The text of an element, and whether one of the placeholders in it can be left out. */
interface TextWithGaps extends Text {
  readonly optional: boolean;
}

/** The text of an element that holds but blanks. Where they stand is hardly ever asked. */
class BlankText implements TextWithGaps {
  readonly value = NOTHING;
  readonly optional = false;

  constructor(
    private readonly text: string,
    private readonly content: Span,
  ) {}

  get span(): Span {
    return trimmed(this.text, this.content);
  }
}

function isOptional({ optional }: Placeholder): boolean {
  return optional === true;
}

function isSometimes({ sometimes }: Attribute | Element): boolean {
  return sometimes === true;
}

/** Turns the tree of a template file into one of libvirt's interface; placeholders become gaps. */
class TreeMaker {
  readonly #comments: readonly { readonly span: Span }[];

  constructor(
    private readonly text: string,
    private readonly placeholders: readonly Placeholder[],
    comments: readonly Span[],
  ) {
    this.#comments = comments.map((span) => ({ span }));
  }

  /** `depth` is that of the element; the outermost one, which stays whatever it is left with, has 0. */
  element(element: TemplateElement, depth: number): Element {
    const { name, nameSpan } = element.opening;
    const attributes = element.opening.attributes.map((attribute) => this.#attribute(attribute));
    const children = depth < DEEPEST ? element.children.map((child) => this.element(child, depth + 1)) : [];
    const text = this.#textOf(element);
    const mayGo = depth > 0 && depth < DEEPEST && attributes.every(isSometimes) && children.every(isSometimes);
    const hasParts = attributes.length > 0 || children.length > 0 || text?.optional === true;
    const sometimes = mayGo && hasParts && !(text && says(text.value)) ? true : undefined;
    return { name, nameSpan, attributes, children, text, sometimes };
  }

  #attribute({ name, nameSpan, valueSpan }: TemplateAttribute): Attribute {
    const { value, optional } = this.#stretch(valueSpan, decodeAttribute);
    return { name, nameSpan, valueSpan, value, sometimes: optional ? true : undefined };
  }

  /** The known pieces of a stretch, and whether one of its placeholders can be left out. */
  #stretch(span: Span, read: (written: string) => string): Stretch {
    const gaps = inside(this.placeholders, span);
    const first = this.text.slice(span.start, gaps[0]?.span.start ?? span.end);
    if (gaps.length === 0) return { value: first.includes('${') ? UNKNOWN : [read(first)], optional: false };
    const rest = gaps.map((gap, index) => this.text.slice(gap.span.end, gaps[index + 1]?.span.start ?? span.end));
    const known = ![first, ...rest].some((piece) => piece.includes('${'));
    return { value: known ? [read(first), ...rest.map(read)] : UNKNOWN, optional: gaps.some(isOptional) };
  }

  /** The text between the children of an element. Sections and instructions in it are gaps. */
  #textOf({ content, children }: TemplateElement): TextWithGaps | undefined {
    if (content === undefined) return undefined;
    const comments = inside(this.#comments, content);
    const spans = between(content, comments.length > 0 ? [...children, ...comments] : children);
    if (spans.every((span) => isBlank(this.text, span))) return new BlankText(this.text, content);
    const stretches = spans.map((span) => ({ span, ...this.#stretch(span, decode) }));
    const value = joined(stretches.map((stretch) => (hasMarkup(stretch.value) ? UNKNOWN : stretch.value)));
    const span = trimmed(this.text, stretches.find((stretch) => says(stretch.value))?.span ?? content);
    return { value, span, optional: stretches.some(({ optional }) => optional) };
  }
}

function isHuge(tags: readonly Tag[]): boolean {
  return tags.length + tags.reduce((sum, { attributes }) => sum + attributes.length, 0) > MOST_PARTS;
}

/** Whether a value stands there, as far as the device is concerned. */
function isGap({ context }: Placeholder): boolean {
  return context !== 'comment' && context !== 'markup';
}

/** The device at `span` of a text as libvirt's model takes it. Undefined where there is none, and where it is no device but a flood. */
export function deviceTree(text: string, contents: Contents, span: Span): Element | undefined {
  const tags = inside(contents.tags, span);
  if (isHuge(tags)) return undefined;
  const root = elementsOf(tags, span.end).find(({ opening }) => DEVICES.has(opening.name));
  const gaps = inside(contents.placeholders, span).filter(isGap);
  return root && new TreeMaker(text, gaps, contents.comments).element(root, 0);
}
