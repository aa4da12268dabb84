import { wholeText, type Attribute, type Element } from './tree';

/** The attribute of that name. */
export function attributeOf(element: Element, name: string): Attribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}

/** Whether an attribute is certainly not there. */
export function lacks(element: Element, name: string): boolean {
  return attributeOf(element, name) === undefined;
}

/** The value of an attribute that is certainly there and known whole. */
export function known(element: Element | undefined, name: string): string | undefined {
  const attribute = element && attributeOf(element, name);
  return attribute && !attribute.sometimes ? wholeText(attribute.value) : undefined;
}

/** The first child of that name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name);
}
