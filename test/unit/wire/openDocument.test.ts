import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { OpenDocument } from '../../../server/src/wire/openDocument';

const URI = 'file:///a.vif.xml';

/** Line ends of all kinds, lines of all lengths, and characters of two code units. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('\n', '\r\n', '\r', 'a', '😀', '<source dev="x"/>') },
      { weight: 1, arbitrary: fc.nat(9000).map((length) => 'long'.repeat(length / 4)) },
      { weight: 2, arbitrary: fc.nat(900).map((length) => 'a line\r\n'.repeat(length)) },
      { weight: 2, arbitrary: fc.nat(900).map((length) => '\r'.repeat(length)) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** Also positions that no text has. */
const anyPosition = fc.record({
  line: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer({ min: 0, max: 2500 })),
  character: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer({ min: 0, max: 9000 })),
});

const anyRange = fc.oneof(
  fc.record({ start: anyPosition, end: anyPosition }),
  fc.tuple(anyPosition, fc.nat(8)).map(([start, length]) => ({
    start,
    end: { line: start.line, character: start.character + length },
  })),
);

const anyChange: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ range: anyRange, text: fc.oneof(anyText, fc.constantFrom('', '\n', '\r', 'x')) }),
  },
  { weight: 1, arbitrary: fc.record({ text: anyText }) },
);

/** The library's document after one change. It is made anew each time: ranges outside of its text spoil its table of lines. */
function byLibrary(text: string, change: TextDocumentContentChangeEvent): TextDocument {
  const changed = TextDocument.update(TextDocument.create(URI, 'xml', 1, text), [change], 2).getText();
  return TextDocument.create(URI, 'xml', 2, changed);
}

describe('an open document', function () {
  this.timeout(60_000);

  it('has the text and the positions of the library’s, whatever was edited', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(anyChange, { minLength: 1, maxLength: 6 }),
        fc.array(anyPosition, { minLength: 4, maxLength: 4 }),
        fc.array(fc.oneof(fc.integer({ min: -2, max: 12 }), fc.nat(20_000)), { minLength: 4, maxLength: 4 }),
        (text, changes, positions, offsets) => {
          const ours = new OpenDocument(URI, 'xml', 1, text);
          for (const change of changes) {
            const wanted = byLibrary(ours.getText(), change);
            ours.update([change], 2);
            equal(ours.getText(), wanted.getText());
            equal(ours.lineCount, wanted.lineCount);
            for (const position of positions) {
              equal(ours.offsetAt(position), wanted.offsetAt(position));
              deepEqual(ours.getLineRange(position.line), wanted.getLineRange(position.line));
              equal(ours.getEOLCharacters(position.line), wanted.getEOLCharacters(position.line));
            }
            for (const offset of offsets) deepEqual(ours.positionAt(offset), wanted.positionAt(offset));
            const [start = positions[0], end = start] = positions;
            if (start && end) equal(ours.getText({ start, end }), wanted.getText({ start, end }));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes several changes at once, each in the text that those before it have left', () => {
    const document = new OpenDocument(URI, 'xml', 1, 'one\ntwo\n');
    const at = (line: number, character: number): { start: object; end: object } & TextDocumentContentChangeEvent => {
      const position = { line, character };
      return { range: { start: position, end: position }, text: '', start: position, end: position };
    };
    document.update(
      [
        { ...at(0, 0), text: 'zero\n' },
        { ...at(1, 3), text: '!' },
      ],
      7,
    );
    deepEqual([document.getText(), document.version], ['zero\none!\ntwo\n', 7]);
  });
});
