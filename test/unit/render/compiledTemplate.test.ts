import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { CompiledTemplate } from '../../../server/src/render/compiledTemplate';
import { IN_JSON } from '../../../server/src/render/notation';
import type { Value } from '../../../server/src/render/rendering';
import { arbitraryFile, KEYS } from '../template/arbitraryTemplates';
import { arbitraryText, arbitraryValue, mutated } from '../template/arbitraryTexts';
import { parsed } from '../template/parsed';
import { renderTemplate } from './renderTemplate';

type Values = ReadonlyMap<string, Value>;

function valuesOf(texts: Readonly<Record<string, string>>): Values {
  return new Map(Object.entries(texts).map(([key, text]) => [key, { text, origin: 'driver' }]));
}

/** Looks texts up among values. */
function textsIn(values: Values): (key: string) => string | undefined {
  return (key) => values.get(key)?.text;
}

function compiled(text: string): CompiledTemplate {
  const [template] = parsed(text).templates;
  ok(template);
  return new CompiledTemplate(text, template);
}

describe('CompiledTemplate: the fast way', () => {
  const cases: readonly (readonly [name: string, text: string, values: Record<string, string>, xml: string])[] = [
    ['fills', "<interface a='${x}'>${y}</interface>", { x: '1', y: '2' }, "<interface a='1'>2</interface>"],
    [
      'escapes',
      "<interface a='${x}'>${x}</interface>",
      { x: "'<]" },
      "<interface a='&apos;&lt;]'>'&lt;&#93;</interface>",
    ],
    ['adds quotes', '<interface a=${x} b=${y}/>', { x: '1', y: '2' }, "<interface a='1' b='2'/>"],
    ['takes indentation away', '  <interface>\n    ${x}\n  </interface>', { x: '1' }, '<interface>\n  1\n</interface>'],
    [
      'leaves out',
      '<interface><a b="${x?}"/><c d="${y}"/></interface>',
      { y: '1' },
      '<interface><c d="1"/></interface>',
    ],
    ['keeps apart', '<interface>]]${x?}>${y}</interface>', { y: '1' }, '<interface>]]<![CDATA[]]>>1</interface>'],
  ];
  for (const [name, text, values, xml] of cases)
    it(name, () => {
      equal(compiled(text).fill(textsIn(valuesOf(values))), xml);
    });

  const left: readonly (readonly [why: string, text: string, values: Record<string, string>])[] = [
    ['a placeholder without a value', '<interface>${x}</interface>', {}],
    ['an empty value, which may bring together what stands around it', '<interface>]]${x}></interface>', { x: '' }],
    ['a value that XML cannot hold', '<interface>${x}</interface>', { x: '\0' }],
    ['what is left out right behind a value', '<interface>${x}${y?}></interface>', { x: ']]' }],
  ];
  for (const [why, text, values] of left)
    it(`leaves ${why} to the rendering that tells of it`, () => {
      equal(compiled(text).fill(textsIn(valuesOf(values))), undefined);
    });
});

describe('CompiledTemplate: many renderings of one', () => {
  /** Keys, some of them with values. */
  const someValues: fc.Arbitrary<Values> = fc
    .tuple(fc.subarray(KEYS), fc.array(arbitraryValue, { minLength: KEYS.length, maxLength: KEYS.length }))
    .map(([keys, texts]) => valuesOf(Object.fromEntries(keys.map((key, index) => [key, texts[index] ?? '']))));
  const optional = (text: string): string => text.replace(/\$\{(\w+)\}/g, '${$1?}');
  const texts = fc.oneof(
    arbitraryFile.map(({ text }) => text),
    arbitraryFile.map(({ text }) => optional(text)),
    arbitraryText,
    mutated(arbitraryFile.map(({ text }) => text)),
  );

  it('each is what a rendering made for it alone is', () => {
    fc.assert(
      fc.property(texts, fc.array(someValues, { minLength: 2, maxLength: 4 }), (text, each) => {
        for (const template of parsed(text).templates) {
          const kept = new CompiledTemplate(text, template);
          for (const values of each) {
            const { xml, placeholders, unfilled, copied, problems } = renderTemplate(text, template, values);
            const again = kept.render(values);
            deepEqual([again.xml, again.placeholders, again.unfilled], [xml, placeholders, unfilled]);
            deepEqual([again.copied, again.problems], [copied, problems]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the fast way gives the same text as the one that tells where it comes from, or leaves it to that', () => {
    fc.assert(
      fc.property(texts, someValues, (text, values) => {
        for (const template of parsed(text).templates) {
          const fast = new CompiledTemplate(text, template).fill(textsIn(values));
          const json = new CompiledTemplate(text, template, IN_JSON).fill(textsIn(values));
          deepEqual(json && JSON.parse(`"${json}"`), fast);
          if (fast === undefined) continue;
          const { xml, unfilled, problems } = renderTemplate(text, template, values);
          deepEqual([fast, [], []], [xml, unfilled, problems]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('the fast way is taken wherever each placeholder has a plain value', () => {
    const plain = valuesOf(Object.fromEntries(KEYS.map((key) => [key, 'value'])));
    fc.assert(
      fc.property(arbitraryFile, ({ text }) => {
        for (const template of parsed(text).templates)
          equal(new CompiledTemplate(text, template).fill(textsIn(plain)), renderTemplate(text, template, plain).xml);
      }),
    );
  });
});
