import fc from 'fast-check';
import { everyElement, type Xml } from './xml';

/** Puts a placeholder in place of a value, of its beginning or of its end. */
const ways: readonly ((value: string, at: number) => string)[] = [
  () => '${key}',
  () => '${key?}',
  (value, at) => value.slice(0, at) + '${key}',
  (value, at) => '${key}' + value.slice(at),
  (value, at) => `\${key}${value.slice(at)}\${other}`,
];

function withGaps(device: Xml, pick: () => number): Xml {
  const attributes = device.attributes.map(([name, value]) => {
    const way = ways[pick() % 12];
    return [name, way ? way(value, pick() % (value.length + 1)) : value] as const;
  });
  return { ...device, attributes, children: device.children.map((child) => withGaps(child, pick)) };
}

/** Makes a template of a device: placeholders stand for some of its values or parts of them. */
export function templatesOf(device: Xml): fc.Arbitrary<Xml> {
  const count = 2 * everyElement(device).flatMap(({ attributes }) => attributes).length;
  return fc.array(fc.nat(10_000), { minLength: count, maxLength: count }).map((numbers) => {
    let next = 0;
    return withGaps(device, () => numbers[next++] ?? 0);
  });
}
