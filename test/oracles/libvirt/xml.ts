/** An element of a device that a test makes. Its attributes may be there twice only under another name. */
export interface Xml {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly Xml[];
  readonly text: string;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;').replaceAll('\n', '&#10;');
}

/** The element as a text. */
export function written({ name, attributes, children, text }: Xml): string {
  const opening = [name, ...attributes.map(([key, value]) => `${key}='${escaped(value)}'`)].join(' ');
  if (children.length === 0 && text === '') return `<${opening}/>`;
  return `<${opening}>${escaped(text)}${children.map(written).join('')}</${name}>`;
}

/** The element and all in it. */
export function everyElement(element: Xml): readonly Xml[] {
  return [element, ...element.children.flatMap(everyElement)];
}

/** The same tree with another element in the place of one. */
export function replaced(root: Xml, old: Xml, other: readonly Xml[]): Xml {
  const children = root.children.flatMap((child) => (child === old ? other : [replaced(child, old, other)]));
  return { ...root, children };
}
