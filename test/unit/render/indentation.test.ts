import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { indentation } from '../../../server/src/render/indentation';
import { arbitraryText } from '../template/arbitraryTexts';
import { marked } from '../markedText';

/** A text with its element marked, and the element without the indentation. */
const table: readonly (readonly [name: string, source: string, after: string])[] = [
  ['none at the start of a line', '<|<a>\n  <b/>\n</a>|>', '<a>\n  <b/>\n</a>'],
  ['that of the first line is taken from all', '  <|<a>\n    <b/>\n  </a>|>', '<a>\n  <b/>\n</a>'],
  ['tabs count as they are', '\t<|<a>\n\t\t<b/>\n\t</a>|>', '<a>\n\t<b/>\n</a>'],
  ['a line that is indented otherwise stays', '    <|<a>\n\t<b/>\n  <c/>\n    </a>|>', '<a>\n\t<b/>\n  <c/>\n</a>'],
  ['CRLF', '  <|<a>\r\n    <b/>\r\n  </a>|>\r\n', '<a>\r\n  <b/>\r\n</a>'],
  ['lone CR', '\r  <|<a>\r    <b/>\r  </a>|>\r', '<a>\r  <b/>\r</a>'],
  ['empty lines', '  <|<a>\n\n    <b/>\n\n  </a>|>', '<a>\n\n  <b/>\n\n</a>'],
  ['a tag of several lines', "  <|<a\n    b='1'\n  />|>", "<a\n  b='1'\n/>"],
  [
    'a comment of several lines',
    '  <|<a>\n    <!-- one\n         two -->\n  </a>|>',
    '<a>\n  <!-- one\n       two -->\n</a>',
  ],
  ['none behind another tag', '<t><|<a>\n  <b/>\n</a>|></t>', '<a>\n  <b/>\n</a>'],
  ['none behind a blank and another tag', '  <t> <|<a>\n    <b/>\n  </a>|>', '<a>\n    <b/>\n  </a>'],
  ['the lines before the element do not count', '\n        <t>\n  <|<a>\n    <b/>\n  </a>|>', '<a>\n  <b/>\n</a>'],
  ['none with a CDATA section', '  <|<a>\n    <![CDATA[\n    b]]>\n  </a>|>', '<a>\n    <![CDATA[\n    b]]>\n  </a>'],
  ['none with a value of several lines', "  <|<a b='1\n    2'>\n  </a>|>", "<a b='1\n    2'>\n  </a>"],
  [
    'none with a value of several lines in double quotes',
    '  <|<a b = "1\r    2">\r  </a>|>',
    '<a b = "1\r    2">\r  </a>',
  ],
  ['a value of one line is none of several', `  <|<a b='1' c="2">\n  </a>|>`, `<a b='1' c="2">\n</a>`],
];

function withoutIndentation(text: string, element: { start: number; end: number }): string {
  return indentation(text, element).reduceRight(
    (after, { start, end }) => after.slice(0, start - element.start) + after.slice(end - element.start),
    text.slice(element.start, element.end),
  );
}

describe('indentation', () => {
  for (const [name, source, after] of table)
    it(name, () => {
      const { text, spans } = marked(source);
      equal(withoutIndentation(text, spans[0] ?? { start: 0, end: 0 }), after);
    });

  it('is nothing but blanks, in the order of the text, inside of the element, whatever the text is', () => {
    fc.assert(
      fc.property(
        arbitraryText,
        fc.nat(20),
        fc.constantFrom('', '  ', '\n  ', '\n\t', '\r '),
        (text, length, before) => {
          const source = before + text;
          const element = { start: before.length, end: Math.min(before.length + length, source.length) };
          const spans = indentation(source, element);
          deepEqual(
            spans.filter(({ start, end }) => !/^[ \t\r\n]+$/.test(source.slice(start, end))),
            [],
          );
          spans.reduce((behind, { start, end }) => {
            equal(behind <= start && end <= element.end, true);
            return end;
          }, element.start);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
