import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Rendering, Value } from '../../../server/src/render/rendering';
import { renderTemplate } from './renderTemplate';
import { arbitraryFile, KEYS, type ArbitraryFile } from '../template/arbitraryTemplates';
import { arbitraryText, arbitraryValue, mutated } from '../template/arbitraryTexts';
import { expectedEvents } from '../template/interfaceModel';
import { parsed } from '../template/parsed';
import { eventsOf } from '../template/xmlEvents';

/** The characters that XML 1.0 has, by its own production `Char`. */
const XML_TEXT = /^[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** A value for each key that a generated template may ask for: half of the time, values that XML can hold. */
const everyValue: fc.Arbitrary<ReadonlyMap<string, Value>> = fc
  .constantFrom(
    arbitraryValue,
    arbitraryValue.filter((text) => XML_TEXT.test(text)),
  )
  .chain((value) => fc.tuple(...KEYS.map(() => value)))
  .map((texts) => new Map(KEYS.map((key, index) => [key, { text: texts[index] ?? '', origin: 'driver' }])));

function renderings({ text }: ArbitraryFile, values: ReadonlyMap<string, Value>): readonly Rendering[] {
  return parsed(text).templates.map((template) => renderTemplate(text, template, values));
}

describe('renderTemplate: for every well-formed template, with every key present', () => {
  const holds = (predicate: (file: ArbitraryFile, values: ReadonlyMap<string, Value>) => void): void => {
    fc.assert(fc.property(arbitraryFile, everyValue, predicate), { numRuns: 800 });
  };

  it('no placeholder is left unfilled, and none is lost', () => {
    holds((file, values) => {
      const { templates } = parsed(file.text);
      renderings(file, values).forEach(({ placeholders, unfilled, problems }, index) => {
        deepEqual(unfilled, []);
        const asked = templates[index]?.placeholders.filter(({ context }) => context !== 'comment') ?? [];
        const filled = placeholders.filter(({ placeholder }) => placeholder.context !== 'comment');
        equal(filled.length + problems.length, asked.length);
      });
    });
  });

  it('a value is refused only where XML cannot hold it', () => {
    holds((file, values) => {
      const { placeholders } = parsed(file.text);
      for (const { code, span } of renderings(file, values).flatMap(({ problems }) => problems)) {
        equal(code, 'render.value-refused');
        const refused = placeholders.find((placeholder) => placeholder.span.start === span.start);
        const { text } = values.get(refused?.key ?? '') ?? { text: '' };
        ok(!XML_TEXT.test(text) || (refused?.context === 'cdata' && text.includes('\r')), JSON.stringify(text));
      }
    });
  });

  it('an XML parser reads exactly the values at their places, and all the rest as it was', () => {
    holds((file, values) => {
      renderings(file, values).forEach(({ xml, placeholders, problems }, index) => {
        const model = file.interfaces[index];
        if (problems.length > 0 || model === undefined) return;
        const filledComments = new Set(placeholders.map(({ placeholder }) => placeholder.span.start));
        const inComments = parsed(file.text).templates[index]?.placeholders.filter(
          ({ context }) => context === 'comment',
        );
        let comment = 0;
        const expected = expectedEvents(model, (key, context) => {
          const value = values.get(key)?.text ?? '';
          if (context !== 'comment') return value;
          return filledComments.has(inComments?.[comment++]?.span.start ?? -1) ? value : `\${${key}}`;
        });
        deepEqual(eventsOf(xml), expected);
      });
    });
  });

  it('the output is a template file without problems', () => {
    holds((file, values) => {
      for (const { xml, problems } of renderings(file, values))
        if (problems.length === 0 && !xml.includes('${')) deepEqual(parsed(xml).problems, []);
    });
  });

  it('the places of the values in the output are in order, do not overlap, and lie in it', () => {
    holds((file, values) => {
      for (const { xml, placeholders } of renderings(file, values)) {
        const behind = placeholders.reduce((end, { output }) => {
          ok(end <= output.start && output.start <= output.end);
          return output.end;
        }, 0);
        ok(behind <= xml.length);
      }
    });
  });
});

describe('renderTemplate: for every text', () => {
  it('without a value for any key, nothing but indentation is lost where nothing is optional', () => {
    const texts = fc.oneof(arbitraryText, mutated(arbitraryFile.map(({ text }) => text)));
    fc.assert(
      fc.property(texts, (text) => {
        const { templates, placeholders } = parsed(text);
        fc.pre(!placeholders.some(({ optional }) => optional));
        for (const template of templates) {
          const { start, end } = template.interfaceSpan ?? { start: 0, end: 0 };
          const { xml } = renderTemplate(text, template, new Map());
          equal(xml.replace(/[ \t]/g, ''), text.slice(start, end).replace(/[ \t]/g, ''));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
