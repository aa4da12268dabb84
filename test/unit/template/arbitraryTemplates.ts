import fc from 'fast-check';
import {
  ModelWriter,
  type Attribute,
  type Element,
  type Node,
  type Piece,
  type WrittenPlaceholder,
} from './interfaceModel';

export const KEYS = ['k0', 'k1', 'k2', 'mac_address', '_', 'a.b-c', 'größe'];

const key = fc.constantFrom(...KEYS);
const name = fc.constantFrom('a', 'b-c', '_d', 'ns:e', 'f.1', 'é');

/** Pieces of which `written` may be any run; each is written as it is read unless said otherwise. */
function pieces(
  literals: readonly (string | readonly [written: string, read: string])[],
): fc.Arbitrary<readonly Piece[]> {
  const literal = fc
    .constantFrom(...literals)
    .map((text) => (typeof text === 'string' ? { written: text, read: text } : { written: text[0], read: text[1] }));
  return fc.array(
    fc.oneof(
      literal,
      key.map((found) => ({ key: found })),
    ),
    { maxLength: 5 },
  );
}

/** The pieces as text, with a placeholder for each key. */
function written(found: readonly Piece[]): string {
  return found.map((piece) => ('key' in piece ? `\${${piece.key}}` : piece.written)).join('');
}

const PLAIN = ['a', ' ', '$ ', '}', '{', '>', 'é', '😀', '-'];
const REFERENCES = [
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&#65;', 'A'],
  ['&#x1F600;', '😀'],
] as const;

const attributeValue: fc.Arbitrary<Attribute['value']> = fc.oneof(
  pieces([...PLAIN, ...REFERENCES, "'"]).map((found) => ({ quote: '"' as const, pieces: found })),
  pieces([...PLAIN, ...REFERENCES, '"']).map((found) => ({ quote: "'" as const, pieces: found })),
  key.map((found) => ({ quote: '' as const, key: found })),
);

const attributes = fc.uniqueArray(
  fc.record({ name, sign: fc.constantFrom('=', ' = ', '=\n'), value: attributeValue }),
  { selector: (attribute) => attribute.name, maxLength: 3 },
);

const text = pieces([...PLAIN, ...REFERENCES, '\n', '"', "'", '/'])
  .filter((found) => found.length > 0)
  .map((found): Node => ({ kind: 'text', pieces: found }));

const comment = pieces([' ', 'a', '-', '<', '&', '>', '"', "'", '<a b="c'])
  .filter((found) => !/--|-$|^$/.test(written(found)))
  .map((found): Node => ({ kind: 'comment', pieces: found }));

const cdata = pieces([' ', 'a', ']', '>', '<', '&', '"', ']]', '<!--'])
  .filter((found) => !written(found).includes(']]>'))
  .map((found): Node => ({ kind: 'cdata', pieces: found }));

const instruction = fc.constantFrom<Node>({ kind: 'instruction', written: '<?a b="<>"?>' });

const element = (depth: number): fc.Arbitrary<Element> =>
  fc.record({ kind: fc.constant('element'), name, attributes, children: children(depth) });

function children(depth: number): fc.Arbitrary<Node[]> {
  const leaves = [text, comment, cdata, instruction] as const;
  const nodes = depth > 0 ? fc.oneof(...leaves, element(depth - 1), element(depth - 1)) : fc.oneof(...leaves);
  return fc.array(nodes, { maxLength: 4 });
}

/** An `<interface>` with placeholders wherever one may stand. */
export const arbitraryInterface: fc.Arbitrary<Element> = element(2).map((root) => ({ ...root, name: 'interface' }));

/** A well-formed template file, and what it was made of. */
export interface ArbitraryFile {
  readonly text: string;
  readonly interfaces: readonly Element[];
  readonly placeholders: readonly WrittenPlaceholder[];
}

const prolog = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>'),
    fc.constantFrom('', '\n', '<!-- a -->\r\n'),
  )
  .map((parts) => parts.join(''));

function fileOf(start: string, interfaces: readonly Element[], contained: boolean): ArbitraryFile {
  const writer = new ModelWriter();
  writer.text = start + (contained ? '<vif-templates>\n' : '');
  interfaces.forEach((model, index) => {
    if (contained) writer.text += `<template vif-type="t${index}">`;
    writer.node(model);
    if (contained) writer.text += '</template>\r\n';
  });
  writer.text += contained ? '</vif-templates>\n' : '\n';
  return { text: writer.text, interfaces, placeholders: writer.placeholders };
}

/** A well-formed file: a lone `<interface>`, or a container with up to three templates. No interface stands indented. */
export const arbitraryFile: fc.Arbitrary<ArbitraryFile> = fc.oneof(
  fc.tuple(prolog, arbitraryInterface).map(([start, model]) => fileOf(start, [model], false)),
  fc
    .tuple(prolog, fc.array(arbitraryInterface, { maxLength: 3 }))
    .map(([start, models]) => fileOf(start, models, true)),
);
