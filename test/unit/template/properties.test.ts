import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../server/src/text/span';
import { scanTemplate } from '../../../server/src/template/scan';
import { applyFix } from '../applyFix';
import { arbitraryFile } from './arbitraryTemplates';
import { arbitraryText, mutated } from './arbitraryTexts';
import { parsed, URI } from './parsed';

const brokenText = fc.oneof(arbitraryText, mutated(arbitraryFile.map(({ text }) => text)));

/** All spans that a parsed file speaks of. */
function spansOf(text: string): readonly Span[] {
  const { templates, placeholders, problems } = parsed(text);
  return [
    ...templates.flatMap(({ span, vifTypeSpan, interfaceSpan }) =>
      [span, vifTypeSpan ?? [], interfaceSpan ?? []].flat(),
    ),
    ...placeholders.flatMap(({ span, keySpan }) => [span, keySpan]),
    ...problems.map(({ span }) => span),
    ...problems.flatMap(({ related }) => related?.map(({ span }) => span) ?? []),
    ...problems.flatMap(({ fixes }) => fixes?.flatMap(({ changes }) => changes.map(({ span }) => span)) ?? []),
  ];
}

describe('parseTemplateFile: for every text', () => {
  const holds = (predicate: (text: string) => void): void => {
    fc.assert(fc.property(brokenText, predicate), { numRuns: 800 });
  };

  it('all ranges lie in the text', () => {
    holds((text) => {
      for (const { start, end } of spansOf(text)) ok(0 <= start && start <= end && end <= text.length);
    });
  });

  it('placeholders are what stands at their ranges, in the order of the text, and do not overlap', () => {
    holds((text) => {
      let behind = 0;
      for (const { key, span, keySpan, optional } of parsed(text).placeholders) {
        equal(text.slice(span.start, span.end), optional ? `\${${key}?}` : `\${${key}}`);
        equal(text.slice(keySpan.start, keySpan.end), key);
        ok(behind <= span.start);
        behind = span.end;
      }
    });
  });

  it('every ${key} is a placeholder, but for those in a document type or a NUL file', () => {
    holds((text) => {
      fc.pre(!/\0|<![A-Za-z]/.test(text));
      const written = [...text.matchAll(/\$\{key\}/g)].map(({ index }) => index);
      const found = parsed(text).placeholders.filter(({ key }) => key === 'key');
      deepEqual(
        found.map(({ span }) => span.start),
        written,
      );
    });
  });

  it('problems and templates come in the order of the text, and templates hold the placeholders inside of them', () => {
    holds((text) => {
      const { problems, placeholders, templates } = parsed(text);
      const starts = problems.map(({ span }) => span.start);
      deepEqual(
        starts,
        [...starts].sort((a, b) => a - b),
      );
      templates.reduce((behind, { span }) => {
        ok(behind <= span.start);
        return span.end;
      }, 0);
      for (const { span, placeholders: own } of templates) {
        const inside = placeholders.filter((found) => span.start <= found.span.start && found.span.end <= span.end);
        deepEqual(own, inside);
      }
    });
  });

  it('tags stand where their < and their name stand', () => {
    holds((text) => {
      for (const { kind, name, nameSpan, span } of scanTemplate(text, URI).tags) {
        equal(text.slice(span.start, nameSpan.end), (kind === 'close' ? '</' : '<') + name);
        ok(span.end <= text.length);
      }
    });
  });

  it('the XML parser sees a text of the same length', () => {
    holds((text) => {
      equal(scanTemplate(text, URI).masked().length, text.length);
    });
  });

  it('no problem is told twice', () => {
    holds((text) => {
      const told = parsed(text).problems.map(({ span, message }) => `${span.start} ${span.end} ${message}`);
      deepEqual(told, [...new Set(told)]);
    });
  });

  it('a fix takes its problem away', () => {
    holds((text) => {
      for (const { code, span, message, fixes = [] } of parsed(text).problems)
        for (const fix of fixes) {
          const left = parsed(applyFix(text, URI, fix)).problems;
          ok(
            !left.some((other) => other.code === code && other.span.start === span.start && other.message === message),
          );
        }
    });
  });

  it('a preferred fix is the only one of its problem that is', () => {
    holds((text) => {
      for (const { fixes = [] } of parsed(text).problems)
        ok(fixes.filter(({ preferred }) => preferred === true).length <= 1);
    });
  });
});

describe('parseTemplateFile: for every well-formed template file', () => {
  it('there is no problem', () => {
    fc.assert(
      fc.property(arbitraryFile, ({ text }) => {
        deepEqual(parsed(text).problems, []);
      }),
      { numRuns: 800 },
    );
  });

  it('the placeholders are those that were written, each with its context', () => {
    fc.assert(
      fc.property(arbitraryFile, ({ text, placeholders }) => {
        const found = parsed(text).placeholders.map(({ key, span, context }) => ({ key, start: span.start, context }));
        deepEqual(found, placeholders);
      }),
      { numRuns: 800 },
    );
  });

  it('there is a template for each <interface>', () => {
    fc.assert(
      fc.property(arbitraryFile, ({ text, interfaces }) => {
        const { templates } = parsed(text);
        equal(templates.length, interfaces.length);
        for (const { interfaceSpan } of templates)
          ok(/^<interface[^]*>$/.test(text.slice(interfaceSpan?.start, interfaceSpan?.end)));
      }),
    );
  });
});
