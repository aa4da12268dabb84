import type { Finding } from './finding';
import type { ShapeTable } from './shapeTable';
import { wholeText, type Attribute, type Element } from './tree';
import { fits, type ValueType } from './valueType';

/** Namespaces are XML's own: an element can declare them anywhere. */
const NAMESPACE = /^xmlns(?::|$)/;

function unknownAttribute({ name, nameSpan, sometimes }: Attribute, element: Element, table: ShapeTable): Finding {
  const message = `libvirt knows no attribute '${name}' of this <${element.name}>.`;
  const possible = [...table.attributes.keys()];
  return { kind: 'unknown-attribute', span: nameSpan, message, certain: !sometimes, possible };
}

function badValue({ name, value, valueSpan, sometimes }: Attribute, element: Element, type: ValueType): Finding {
  const text = wholeText(value);
  const message = `The attribute '${name}' of <${element.name}>: ${text === undefined ? 'this' : `'${text}'`} is no ${type.noun}.`;
  const possible = type.choices?.map((choice) => choice.value);
  return { kind: 'value', span: valueSpan, message, certain: !sometimes, ...(possible && { possible }) };
}

/** Adds to `found` what is wrong with the attributes of an element whose shape has that table. */
export function checkAttributes(element: Element, table: ShapeTable, found: Finding[]): void {
  for (const attribute of element.attributes) {
    const model = table.attributes.get(attribute.name);
    if (!model) {
      if (!NAMESPACE.test(attribute.name)) found.push(unknownAttribute(attribute, element, table));
    } else if (!fits(model.type, attribute.value)) found.push(badValue(attribute, element, model.type));
  }
}

interface Named {
  readonly name: string;
}

function isThere(name: string, parts: readonly Named[]): boolean {
  for (const part of parts) if (part.name === name) return true;
  return false;
}

function lacking({ name: element, nameSpan }: Element, what: 'attribute' | 'element', name: string): Finding {
  return { kind: 'missing', span: nameSpan, message: `<${element}> lacks the ${what} '${name}'.`, certain: true };
}

/** Adds to `found` the attributes and elements that an element of such a shape cannot be without. */
export function checkMissing(element: Element, table: ShapeTable, found: Finding[]): void {
  const { attributes, children, open } = element;
  for (const name of table.neededAttributes)
    if (!isThere(name, attributes)) found.push(lacking(element, 'attribute', name));
  if (open === 'anything') return;
  for (const name of table.neededChildren) if (!isThere(name, children)) found.push(lacking(element, 'element', name));
}
