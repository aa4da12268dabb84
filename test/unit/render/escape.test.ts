import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { escapeValue } from '../../../server/src/render/escape';
import type { PlaceholderContext } from '../../../server/src/template/templateFile';
import { hasExpat, readWithExpat } from '../expat';
import { arbitraryValue } from '../template/arbitraryTexts';

/** Specifies what is written for each value in a context; `undefined` where it is refused. */
function inContext(context: PlaceholderContext, values: readonly (readonly [string, string | undefined])[]): void {
  for (const [value, written] of values)
    it(`${written === undefined ? 'refuses' : 'writes'} ${JSON.stringify(value)} in the context ${context}`, () => {
      equal(escapeValue(value, context), written);
    });
}

describe('escapeValue', () => {
  inContext('double-quoted', [
    ['eth5', 'eth5'],
    ['', ''],
    [`<a & "b" 'c'>`, `&lt;a &amp; &quot;b&quot; 'c'&gt;`],
    ['&amp;', '&amp;amp;'],
    ['a\tb\nc\rd', 'a&#9;b&#10;c&#13;d'],
    ['größe 😀', 'größe 😀'],
    ['${mac}', '${mac}'],
    ['a\0b', undefined],
    ['\ud83d', undefined],
  ]);
  inContext('single-quoted', [
    ['eth5', 'eth5'],
    [`<a & "b" 'c'>`, `&lt;a &amp; "b" &apos;c&apos;&gt;`],
    ['a\tb\nc\rd', 'a&#9;b&#10;c&#13;d'],
    ['\x1b', undefined],
  ]);
  inContext('unquoted', [
    ['eth5', `'eth5'`],
    ['', `''`],
    [`"b" 'c'`, `'"b" &apos;c&apos;'`],
    ['a\nb', `'a&#10;b'`],
    ['\uffff', undefined],
  ]);
  inContext('text', [
    [`<a & "b" 'c'>`, `&lt;a &amp; "b" 'c'&gt;`],
    [']]>', ']]&gt;'],
    [']]', ']&#93;'],
    ['a[0]b', 'a[0]b'],
    ['a\tb\nc\rd', 'a\tb\nc&#13;d'],
    ['', ''],
    ['\x08', undefined],
  ]);
  inContext('cdata', [
    [`<a & "b" 'c'>`, `<a & "b" 'c'>`],
    ['a]]>b', 'a]]]]><![CDATA[>b'],
    [']', ']]]><![CDATA['],
    ['>a', ']]><![CDATA[>a'],
    [']>a', ']]><![CDATA[]>a'],
    ['', ']]><![CDATA['],
    ['a\nb', 'a\nb'],
    ['a\rb', undefined],
    ['\0', undefined],
  ]);
  inContext('comment', [
    ['eth5 & <eth6>', 'eth5 & <eth6>'],
    ['a-b', 'a-b'],
    ['a--b', undefined],
    ['-a', undefined],
    ['a-', undefined],
    ['>', undefined],
    ['', undefined],
    ['a\rb', undefined],
  ]);
  inContext('markup', [['eth5', undefined]]);
});

/** An empty value in a CDATA section, for one that cannot stand there. */
const NOTHING = escapeValue('', 'cdata') ?? '';

/** A document with every context that an XML parser gives back, the value in each of them. */
function documentOf(value: string): string | undefined {
  const [double, single, unquoted, text, cdata] = (
    ['double-quoted', 'single-quoted', 'unquoted', 'text', 'cdata'] as const
  ).map((context) => escapeValue(value, context));
  if (double === undefined) return undefined;
  return `<a b="[${double}]" c='[${single}]' d=${unquoted}>]${text}]]<![CDATA[]${cdata ?? NOTHING}]>]]></a>`;
}

describe('escapeValue, as expat reads it', () => {
  before(function () {
    if (!hasExpat) this.skip();
  });

  it('gives back exactly the value, in each context', () => {
    const values = fc.sample(arbitraryValue, { seed: 5, numRuns: 3000 }).filter((value) => documentOf(value));
    const readings = readWithExpat(values.map((value) => documentOf(value) ?? ''));
    values.forEach((value, index) => {
      const inCdata = value.includes('\r') ? '' : value;
      deepEqual(readings[index], {
        error: null,
        attributes: [`[${value}]`, `[${value}]`, value],
        text: `]${value}]]` + `]${inCdata}]>`,
      });
    });
  });
});
