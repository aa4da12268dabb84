import type { Attribute, Element, Text, Value } from '../../libvirt/tree';
import { elementsOf, type Element as TemplateElement } from '../../template/elements';
import { DEVICES, type Attribute as TemplateAttribute, type Tag } from '../../template/tags';
import type { Placeholder, Template } from '../../template/templateFile';
import { inside } from '../../text/sorted';
import type { Span } from '../../text/span';
import { decode, decodeAttribute } from './decode';
import { between, DEEPEST, hasMarkup, joined, MOST_PARTS, says, trimmed, UNKNOWN } from './stretches';

/** A stretch of text without its comments and with its gaps. */
interface Stretch {
  readonly value: Value;
  readonly optional: boolean;
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
    const { opening } = element;
    const attributes = opening.attributes.map((attribute) => this.#attribute(attribute));
    const children = depth < DEEPEST ? element.children.map((child) => this.element(child, depth + 1)) : [];
    const text = this.#textOf(element);
    const parts = [...attributes, ...children];
    const mayGo = depth > 0 && depth < DEEPEST && (parts.length > 0 || text?.optional === true);
    const sometimes = mayGo && parts.every((part) => part.sometimes) && !(text && says(text.value));
    return {
      name: opening.name,
      nameSpan: opening.nameSpan,
      attributes,
      children,
      ...(text && { text }),
      ...(sometimes && { sometimes }),
    };
  }

  #attribute({ name, nameSpan, valueSpan }: TemplateAttribute): Attribute {
    const { value, optional } = this.#stretch(valueSpan, decodeAttribute);
    return { name, nameSpan, valueSpan, value, ...(optional && { sometimes: true }) };
  }

  /** The known pieces of a stretch, and whether one of its placeholders can be left out. */
  #stretch(span: Span, read: (written: string) => string): Stretch {
    const gaps = inside(this.placeholders, span);
    const starts = [span.start, ...gaps.map((gap) => gap.span.end)];
    const ends = [...gaps.map((gap) => gap.span.start), span.end];
    const [first = '', ...rest] = starts.map((start, index) => this.text.slice(start, ends[index]));
    const known = ![first, ...rest].some((piece) => piece.includes('${'));
    const value: Value = known ? [read(first), ...rest.map(read)] : UNKNOWN;
    return { value, optional: gaps.some(({ optional }) => optional === true) };
  }

  /** The text between the children of an element. Sections and instructions in it are gaps. */
  #textOf({ content, children }: TemplateElement): (Text & { readonly optional: boolean }) | undefined {
    if (content === undefined) return undefined;
    const spans = between(content, [
      ...children.map(({ span }) => span),
      ...inside(this.#comments, content).map(({ span }) => span),
    ]);
    const stretches = spans.map((span) => ({ span, ...this.#stretch(span, decode) }));
    const value = joined(stretches.map((stretch) => (hasMarkup(stretch.value) ? UNKNOWN : stretch.value)));
    const span = trimmed(this.text, stretches.find((stretch) => says(stretch.value))?.span ?? content);
    return { value, span, optional: stretches.some(({ optional }) => optional) };
  }
}

function isHuge(tags: readonly Tag[]): boolean {
  return tags.length + tags.reduce((sum, { attributes }) => sum + attributes.length, 0) > MOST_PARTS;
}

/** The device of a template as libvirt's model takes it; `comments` are those of its text, or more of them. Undefined where there is none, and where it is no device but a flood. */
export function deviceTree(text: string, comments: readonly Span[], template: Template): Element | undefined {
  const { interfaceSpan, tags } = template;
  if (interfaceSpan === undefined) return undefined;
  const own = tags.filter(({ span }) => interfaceSpan.start <= span.start && span.end <= interfaceSpan.end);
  if (isHuge(own)) return undefined;
  const root = elementsOf(own, interfaceSpan.end).find(({ opening }) => DEVICES.has(opening.name));
  const placeholders = template.placeholders.filter(({ context }) => context !== 'comment' && context !== 'markup');
  return root && new TreeMaker(text, placeholders, comments).element(root, 0);
}
