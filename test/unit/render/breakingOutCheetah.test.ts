import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { RenderedCheetah } from '../../../server/src/cheetah/rendering';
import { checkOutput } from '../../../server/src/render/cheetahOutput';
import { dictionary } from '../cheetah/plain';
import { rendered } from '../cheetah/rendered';
import { escaping } from './arbitraryEscapes';
import { elementWith, readWithSax, type Event, type Surroundings } from './places';

/** So many values stand in one document, each at every place, and so many documents are made. */
const VALUES = 25;
const DOCUMENTS = 400;

const AROUND: Surroundings = { text: [']', '>'], comment: ['a', 'b'] };
const PLACES = ['double', 'single', 'text', 'comment', 'cdata'] as const;
type CheetahPlace = (typeof PLACES)[number];

/** The name of the value at a place of an element. */
const nameAt = (place: CheetahPlace, index: number): string => `${place}${index}`;

function templateOf(count: number): string {
  const write = (index: number) => (place: CheetahPlace | 'unquoted') =>
    place === 'unquoted' ? '"a"' : `\${${nameAt(place, index)}}`;
  const elements = Array.from({ length: count }, (_, index) => elementWith(write(index), AROUND));
  return `<interface>${elements.join('')}</interface>`;
}

function render(text: string, values: ReadonlyMap<string, string>): RenderedCheetah {
  const outcome = rendered(text, dictionary(Object.fromEntries(values)));
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.rendering;
}

/** The values without those that are reported; none is taken away that nothing is said of. */
function withoutReported(text: string, values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const left = new Map(values);
  for (;;) {
    const problems = checkOutput(text, render(text, left));
    if (problems.length === 0) return left;
    for (const { span } of problems) {
      const name = text.slice(span.start + 2, span.end - 1);
      equal(left.get(name) === '', false, `nothing is left of ${name}`);
      left.set(name, '');
    }
  }
}

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a parser reads of an attribute that is written so. */
function decoded(written: string): string {
  return written.replace(/&(?:#(\d+)|#x([\dA-Fa-f]+)|(\w+));/g, (_, decimal?: string, hex?: string, name = '') => {
    const code = decimal ?? (hex === undefined ? undefined : `0x${hex}`);
    return code === undefined ? (REFERENCES[String(name)] ?? '') : String.fromCodePoint(Number(code));
  });
}

/** Events with all text that stands together in one. */
function joined(events: readonly Event[]): readonly Event[] {
  const result: Event[] = [];
  for (const event of events) {
    const last = result.at(-1);
    if (event[0] !== 'text' || last?.[0] !== 'text') result.push(event);
    else result.splice(-1, 1, ['text', last[1] + event[1]]);
  }
  return result.filter(([kind, text]) => kind !== 'text' || text !== '');
}

/** What a parser has to read of an element: in text also the elements of which a value consists, and no others. */
function expectedEvents(valueAt: (place: CheetahPlace) => string): readonly Event[] {
  const attributes = { double: decoded(valueAt('double')), single: decoded(valueAt('single')), unquoted: 'a' };
  return [
    ['open', 'v', attributes],
    ['open', 'text', {}],
    ['text', AROUND.text[0]],
    ...readWithSax(`<x>${valueAt('text')}</x>`).slice(1, -1),
    ['text', AROUND.text[1]],
    ['close', 'text'],
    ['comment', AROUND.comment.join(valueAt('comment'))],
    ['open', 'cdata', {}],
    ['text', AROUND.text.join(valueAt('cdata'))],
    ['close', 'cdata'],
    ['close', 'v'],
  ];
}

describe('each of 10,000 values in the Cheetah dialect is read back as it is written, or it is reported', () => {
  it('by sax', () => {
    const text = templateOf(VALUES);
    const values = escaping.filter((value) => !value.includes('\0'));
    for (const texts of fc.sample(fc.array(values, { minLength: VALUES, maxLength: VALUES }), DOCUMENTS)) {
      const named = texts.flatMap((value, index) => PLACES.map((place) => [nameAt(place, index), value] as const));
      const kept = withoutReported(text, new Map(named));
      const expected = texts.flatMap((_, index) => expectedEvents((place) => kept.get(nameAt(place, index)) ?? ''));
      deepEqual(joined(readWithSax(render(text, kept).output)).slice(1, -1), joined(expected));
    }
  });
});
