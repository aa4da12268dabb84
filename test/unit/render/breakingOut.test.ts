import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { Value } from '../../../server/src/render/rendering';
import { hasExpat } from '../expat';
import { skipWithout } from '../shipped/programs';
import { arbitraryValue } from '../template/arbitraryTexts';
import { parsed } from '../template/parsed';
import { escaping } from './arbitraryEscapes';
import {
  elementWith,
  PLACES,
  readAllWithExpat,
  readingsOf,
  readWithSax,
  type Reading,
  type Surroundings,
} from './places';
import { renderTemplate } from './renderTemplate';

/** So many values stand in one document, each at every place, and so many documents are made: 100,000 values. */
const VALUES = 200;
const DOCUMENTS = 500;

const value = fc.oneof(escaping, arbitraryValue);

const surroundings: fc.Arbitrary<Surroundings> = fc.record({
  text: fc.constantFrom(['', ''], [']', '>'], [']]', '>'], ['', ']>'], [']', ']'], ['>', ']]']),
  comment: fc.constantFrom(['', ''], ['a', 'b'], ['-a', 'b'], [' ', '>'], ['a-', '-b']),
});

interface Rendered {
  readonly xml: string;
  readonly around: Surroundings;
  readonly values: readonly string[];
}

/** XML 1.0's own production `Char`. */
const XML_TEXT = /^[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/**
 * A document with `values`, the n-th of them as `${kn}` at each place of the n-th element. What no XML can hold stands nowhere
 * unquoted: its placeholder stays, and no parser reads on behind it.
 */
function render(values: readonly string[], around: Surroundings): Rendered {
  const element = (each: string, index: number): string =>
    elementWith(
      (place) => (place === 'unquoted' && !XML_TEXT.test(each) ? `"\${k${index}}"` : `\${k${index}}`),
      around,
    );
  const text = `<interface>${values.map(element).join('')}</interface>`;
  const [template] = parsed(text).templates;
  if (!template) throw new Error('There is no template.');
  const known = new Map<string, Value>(values.map((each, index) => [`k${index}`, { text: each, origin: 'driver' }]));
  return { xml: renderTemplate(text, template, known).xml, around, values };
}

/** What XML cannot hold, and what a comment and a CDATA section have no way to hold. */
const isRefused = (place: keyof Reading, text: string): boolean =>
  !XML_TEXT.test(text) ||
  (place === 'cdata' && text.includes('\r')) ||
  (place === 'comment' && (text === '' || /--|^[->]|-$|\r/.test(text)));

/** Each place gives back exactly the value; or the placeholder as it was written, where there is no way to write the value. */
function assertRead(readings: readonly Reading[], values: readonly string[]): void {
  equal(readings.length, values.length);
  values.forEach((text, index) => {
    for (const place of PLACES) {
      const expected = isRefused(place, text) ? `\${k${index}}` : text;
      equal(readings[index]?.[place], expected, `${place} of ${JSON.stringify(text)}`);
    }
  });
}

describe('each of 100,000 values cannot break out of its place: it is read back exactly, or it is refused', () => {
  let rendered: readonly Rendered[] = [];
  before(() => {
    const values = fc.array(value, { minLength: VALUES, maxLength: VALUES });
    rendered = fc.sample(fc.tuple(values, surroundings), DOCUMENTS).map(([texts, around]) => render(texts, around));
  });

  it('by sax', () => {
    for (const { xml, around, values } of rendered) assertRead(readingsOf(readWithSax(xml), around), values);
  });

  it('by expat', function () {
    if (!hasExpat) skipWithout(this, ['python3']);
    readAllWithExpat(rendered.map(({ xml }) => xml)).forEach((events, index) => {
      const { around = { text: ['', ''], comment: ['', ''] }, values = [] } = rendered[index] ?? {};
      assertRead(readingsOf(events, around), values);
    });
  });
});
