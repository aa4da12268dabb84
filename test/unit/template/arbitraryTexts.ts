import fc from 'fast-check';

/** What template files are made of, sound and broken ones. */
export const FRAGMENTS = [
  ...['<', '>', '/>', '</', '=', '"', "'", '&', ';', '#', '-', '--', '!', '?', ']', '['],
  ...['${', '}', '$', '{', '${key}', '${a b}', '${k?}', '${a ?}', '?}', '${}', '${', 'x=${key}'],
  ...['<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE a', '<!ENTITY b "c">', '[', ']>'],
  ...['&amp;', '&#65;', '&#xD800;', '&nbsp;', '<?xml version="1.0"?>'],
  ...['<interface>', '</interface>', '<interface', '<a b="1">', "<a b='${key}'/>", '</a>', '<a b=1>', '<a b='],
  ...['<vif-templates>', '</vif-templates>', '<template vif-type="bridge">', '<template>', '</template>'],
  ...[' ', '\n', '\r\n', '\r', '\t', '\u00a0', '\ufeff', '\u2028'],
  ...['a', 'xml', 'é', '😀', '𝒳', '\ud83d', '\ude00', '\x01', '\uffff'],
];

/** Any text, most often one that looks like a template file gone wrong. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

/** A text with a few characters of it taken away, and others put in their place. */
export function mutated(texts: fc.Arbitrary<string>, fragments: readonly string[] = FRAGMENTS): fc.Arbitrary<string> {
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(4),
    inserted: fc.constantFrom('', ...fragments),
  });
  return fc.tuple(texts, fc.array(mutation, { minLength: 1, maxLength: 3 })).map(([text, mutations]) =>
    mutations.reduce((before, { at, removed, inserted }) => {
      const start = Math.floor(at * before.length);
      return before.slice(0, start) + inserted + before.slice(start + removed);
    }, text),
  );
}

const NASTY = [
  ']]>',
  ']',
  '>',
  '<',
  '&',
  '&amp;',
  '"',
  "'",
  '-',
  '--',
  '\r',
  '\n',
  '\t',
  ' ',
  '${k0}',
  '😀',
  '\0',
  '\ud800',
  '\ufffe',
];

/** Any value of a network dictionary, most often one that is hard to write in XML. */
export const arbitraryValue: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom('a', ...NASTY), { maxLength: 5 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
