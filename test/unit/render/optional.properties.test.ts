import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { Rendering, Value } from '../../../server/src/render/rendering';
import { renderTemplate } from './renderTemplate';
import { hasExpat, readWithExpat } from '../expat';
import { skipWithout } from '../shipped/programs';
import { arbitraryFile, KEYS, type ArbitraryFile } from '../template/arbitraryTemplates';
import { arbitraryText, arbitraryValue, mutated } from '../template/arbitraryTexts';
import { expectedEvents, type Element, type Node, type Piece } from '../template/interfaceModel';
import { parsed } from '../template/parsed';
import { eventsOf } from '../template/xmlEvents';

type Values = ReadonlyMap<string, Value>;

/** Values that XML can hold wherever a placeholder may stand, but for comments. */
const value = arbitraryValue.filter((text) => /^[\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text));

const everyValue: fc.Arbitrary<Values> = fc
  .tuple(...KEYS.map(() => value))
  .map((texts) => new Map(KEYS.map((key, index) => [key, { text: texts[index] ?? '', origin: 'driver' }])));

/** Values for some of the keys. */
const someValues: fc.Arbitrary<Values> = fc
  .tuple(everyValue, fc.subarray(KEYS))
  .map(([values, keys]) => new Map([...values].filter(([key]) => keys.includes(key))));

/** A file, some of whose placeholders are made optional: those for which `marks`, as often as it takes, says so. */
function withMarks({ text, placeholders }: ArbitraryFile, marks: readonly boolean[]): string {
  return placeholders
    .filter((_, index) => marks[index % marks.length])
    .reduceRight((before, { key, start }) => {
      const behind = start + '${'.length + key.length;
      return `${before.slice(0, behind)}?${before.slice(behind)}`;
    }, text);
}

const marks = fc.array(fc.boolean(), { minLength: 1 });
const ALL = [true];

function renderings(text: string, values: Values): readonly Rendering[] {
  return parsed(text).templates.map((template) => renderTemplate(text, template, values));
}

/** Whether a run of pieces is nothing but blanks and placeholders without a value. */
function saysNothing(pieces: readonly Piece[], values: Values): boolean {
  return pieces.every((piece) => ('key' in piece ? !values.has(piece.key) : /^[ \t\r\n]*$/.test(piece.written)));
}

function asksForMore(pieces: readonly Piece[], values: Values): boolean {
  return pieces.some((piece) => 'key' in piece && !values.has(piece.key));
}

function piecesOf({ value: { quote, ...rest } }: Element['attributes'][number]): readonly Piece[] {
  return 'pieces' in rest ? rest.pieces : [{ key: quote === '' ? rest.key : '' }];
}

/** What the rules leave of a node all of whose placeholders are optional, without its comments and instructions. */
function reduced(node: Node, values: Values): readonly Node[] {
  if (node.kind === 'comment' || node.kind === 'instruction') return [];
  if (node.kind !== 'element') return [node];
  const element = reducedElement(node, values);
  const says = (child: Node): boolean =>
    child.kind === 'text' || child.kind === 'cdata' ? !saysNothing(child.pieces, values) : true;
  const asked = node.children.some(
    (child) => (child.kind === 'text' || child.kind === 'cdata') && asksForMore(child.pieces, values),
  );
  const elements = ({ children }: Element): number => children.filter(({ kind }) => kind === 'element').length;
  const lost = asked || element.attributes.length < node.attributes.length || elements(element) < elements(node);
  return lost && element.attributes.length === 0 && !element.children.some(says) ? [] : [element];
}

function reducedElement(element: Element, values: Values): Element {
  return {
    ...element,
    attributes: element.attributes.filter((attribute) => !asksForMore(piecesOf(attribute), values)),
    children: element.children.flatMap((child) => reduced(child, values)),
  };
}

/** The events of XML without what the rules say nothing of: comments, and the blanks of text. */
function essence(events: readonly string[]): string {
  const texts = events.filter((event) => !event.startsWith('comment '));
  const lines = texts.map((event) =>
    event.startsWith('text ')
      ? String(JSON.parse(event.slice('text '.length))).replace(/[ \t\r\n]/g, '')
      : `<${event}>`,
  );
  return lines.join('');
}

describe('renderTemplate: optional placeholders, for every well-formed template', () => {
  it('with a value for each key, the rendering is that of the template without marks', () => {
    fc.assert(
      fc.property(arbitraryFile, marks, everyValue, (file, marked, values) => {
        // A value that no comment can hold leaves its placeholder as it was written, with its mark.
        const unmarked = (text: string): string => text.replaceAll('?}', '}');
        const places = ({ xml, placeholders, unfilled, problems }: Rendering): unknown => ({
          xml: unmarked(xml),
          written: placeholders.map(({ output }) => unmarked(xml.slice(output.start, output.end))),
          unfilled: unfilled.length,
          problems: problems.length,
        });
        deepEqual(renderings(withMarks(file, marked), values).map(places), renderings(file.text, values).map(places));
      }),
      { numRuns: 800 },
    );
  });

  it('with values for some keys, an XML parser reads exactly what the rules leave', () => {
    fc.assert(
      fc.property(arbitraryFile, someValues, (file, values) => {
        renderings(withMarks(file, ALL), values).forEach(({ xml, unfilled, problems }, index) => {
          deepEqual([unfilled, problems], [[], []]);
          const model = file.interfaces[index];
          const left = model && reducedElement(model, values);
          const expected = left ? expectedEvents(left, (key) => values.get(key)?.text ?? '') : [];
          equal(essence(eventsOf(xml)), essence(expected));
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('with values for some keys, what a place in the output holds is what the key stands for', () => {
    fc.assert(
      fc.property(arbitraryFile, marks, someValues, (file, marked, values) => {
        const origins = new Map(
          [...values.keys()].map((key) => [key, { text: `<${key}>`, origin: 'driver' as const }]),
        );
        for (const { xml, placeholders } of renderings(withMarks(file, marked), origins))
          for (const { output, placeholder } of placeholders) {
            const written = xml.slice(output.start, output.end).replaceAll('&lt;', '<').replaceAll('&gt;', '>');
            equal(placeholder.context === 'unquoted' ? written.slice(1, -1) : written, `<${placeholder.key}>`);
          }
      }),
      { numRuns: 800 },
    );
  });

  it('expat reads every rendering', function () {
    skipWithout(this, hasExpat ? [] : ['python3']);
    const samples = fc.sample(fc.tuple(arbitraryFile, someValues), { seed: 5, numRuns: 1500 });
    const documents = samples.flatMap(([file, values]) =>
      renderings(withMarks(file, ALL), values).map(({ xml }) => xml.replaceAll(/<(\/?)ns:/g, '<$1ns.')),
    );
    const errors = readWithExpat(documents).map(({ error }, index) =>
      error === null ? [] : [error, documents[index]],
    );
    deepEqual(errors.filter((found) => found.length > 0).slice(0, 3), []);
  });
});

describe('renderTemplate: optional placeholders, for every text', () => {
  it('the places of values are in order and lie in the output', () => {
    const texts = fc.oneof(
      arbitraryText,
      mutated(fc.tuple(arbitraryFile, marks).map(([file, marked]) => withMarks(file, marked))),
    );
    fc.assert(
      fc.property(texts, someValues, (text, values) => {
        for (const { xml, placeholders } of renderings(text, values)) {
          const behind = placeholders.reduce(
            (end, { output }) => (end <= output.start && output.start <= output.end ? output.end : Infinity),
            0,
          );
          equal(behind <= xml.length, true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
