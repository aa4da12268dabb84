import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineAt, lineSpan } from '../../../server/src/text/lines';
import { marked } from '../markedText';

describe('lines', () => {
  for (const [source, line] of [
    ['|a\nb', 0],
    ['a|\nb', 0],
    ['a\n|b', 1],
    ['a\r\n|b', 1],
    ['a\r|b', 1],
    ['a\n\r|b', 2],
  ] as const) {
    it(`counts ${JSON.stringify(source)} as line ${line}`, () => {
      const { text, cursors } = marked(source);
      assert.equal(lineAt(text, cursors[0] ?? -1), line);
    });
  }

  for (const [source, line] of [
    ['<|a|>\nb', 0],
    ['a\n  <|b c|>  \r\nd', 1],
    ['a\r\r<|b|>', 2],
    ['a\n<||>', 5],
  ] as const) {
    it(`gives the span of line ${line} in ${JSON.stringify(source)}`, () => {
      const { text, spans } = marked(source);
      assert.deepEqual(lineSpan(text, line), spans[0]);
    });
  }

  it('agree with each other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '😀') });
    fc.assert(
      fc.property(text, fc.nat(20), (written, line) => {
        const { start, end } = lineSpan(written, line);
        assert.ok(start <= end && end <= written.length);
        if (start < end) assert.equal(lineAt(written, start), line);
      }),
    );
  });
});
