import type { Finding } from './finding';
import type { Shape } from './grammar';
import { wholeText, type Attribute, type Element } from './tree';
import { fits } from './valueType';

/** Namespaces are XML's own: an element can declare them anywhere. */
const NAMESPACE = /^xmlns(?::|$)/;

/** What is wrong with an attribute in an element of that shape. */
export function checkAttribute(attribute: Attribute, element: Element, shape: Shape): readonly Finding[] {
  const { name, nameSpan, value, valueSpan, sometimes } = attribute;
  if (NAMESPACE.test(name)) return [];
  const certain = !sometimes;
  const model = shape.attributes.find((candidate) => candidate.name === name);
  if (!model) {
    const possible = shape.attributes.map((candidate) => candidate.name);
    const message = `libvirt knows no attribute '${name}' of this <${element.name}>.`;
    return [{ kind: 'unknown-attribute', span: nameSpan, message, certain, possible }];
  }
  if (fits(model.type, value)) return [];
  const { noun, choices } = model.type;
  const text = wholeText(value);
  const message = `The attribute '${name}' of <${element.name}>: ${text === undefined ? 'this' : `'${text}'`} is no ${noun}.`;
  const possible = choices?.map((choice) => choice.value);
  return [{ kind: 'value', span: valueSpan, message, certain, ...(possible && { possible }) }];
}

interface Named {
  readonly name: string;
}

/** The names of those `parts` that have to be there, and are not. */
function missing(
  parts: readonly (Named & { readonly required: boolean })[],
  there: readonly Named[],
): readonly string[] {
  return parts.flatMap(({ name, required }) => (required && !there.some((part) => part.name === name) ? name : []));
}

/** The attributes and elements that an element of that shape cannot be without. */
export function checkMissing(
  { name: element, nameSpan, attributes, children, open }: Element,
  shape: Shape,
): readonly Finding[] {
  const finding = (what: 'attribute' | 'element', name: string): Finding => ({
    kind: 'missing',
    span: nameSpan,
    message: `<${element}> lacks the ${what} '${name}'.`,
    certain: true,
  });
  return [
    ...missing(shape.attributes, attributes).map((name) => finding('attribute', name)),
    ...missing(open === 'anything' ? [] : shape.children, children).map((name) => finding('element', name)),
  ];
}
