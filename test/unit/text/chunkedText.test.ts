import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { ChunkedText } from '../../../server/src/text/chunkedText';
import { commonEnds, isSameText } from '../../../server/src/text/commonEnds';

const LINES = Array.from({ length: 20_000 }, (_, index) => `line ${index}\n`).join('');

/** How many chunks of a text were not in the one before. */
function newChunks(before: ChunkedText, after: ChunkedText): number {
  const known = new Set(before.chunks);
  return after.chunks.filter((chunk) => !known.has(chunk)).length;
}

describe('a text in chunks', () => {
  const edits: readonly (readonly [name: string, start: number, end: number, newText: string, chunks: number])[] = [
    ['a character is put in', 100_000, 100_000, 'x', 2],
    ['a character is taken out', 100_000, 100_001, '', 2],
    ['a line is put in', 100_000, 100_000, '\nnew\n', 2],
    ['the first character is taken out', 0, 1, '', 1],
    ['a line is added', LINES.length, LINES.length, 'new', 1],
    ['a long stretch is taken out', 50_000, 150_000, '', 2],
    ['all is taken out', 0, LINES.length, '', 1],
  ];
  for (const [name, start, end, newText, chunks] of edits)
    it(`makes at most ${chunks} chunks anew where ${name}`, () => {
      const before = ChunkedText.of(LINES);
      const after = before.replaced({ start, end }, newText);
      equal(after.toString(), LINES.slice(0, start) + newText + LINES.slice(end));
      ok(before.chunks.length > 20);
      ok(newChunks(before, after) <= chunks, `${newChunks(before, after)} chunks`);
      equal(before.toString(), LINES);
    });

  it('has few chunks, and small ones, after thousands of edits', () => {
    let text = ChunkedText.of('');
    for (let edit = 0; edit < 5000; edit++) {
      const at = (edit * 7919) % (text.length + 1);
      text = text.replaced({ start: at, end: at }, edit % 5 === 0 ? '\n' : 'some text');
    }
    const longest = Math.max(...text.chunks.map((chunk) => chunk.text.length));
    ok(longest < 20_000 && text.chunks.length < text.length / 1000, `${text.chunks.length} chunks up to ${longest}`);
  });

  it('gives the stretches that the string does, and shares ends with the text before', () => {
    const anyText = fc.array(fc.constantFrom('\n', '\r\n', '\r', 'x', '😀', 'a line\n'.repeat(700)), { maxLength: 9 });
    const anySpan = fc.tuple(fc.nat(30_000), fc.nat(30_000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(anyText, anyText, anySpan, anySpan, (parts, newParts, [from, to], [start, end]) => {
        const [whole, newText] = [parts.join(''), newParts.join('')];
        const before = ChunkedText.of(whole);
        const span = { start: Math.min(start, whole.length), end: Math.min(end, whole.length) };
        const after = before.replaced(span, newText);
        const wanted = whole.slice(0, span.start) + newText + whole.slice(span.end);
        equal(after.slice(from, to), wanted.slice(from, to));
        const { prefix, suffix } = commonEnds(before, after);
        ok(prefix + suffix <= Math.min(whole.length, wanted.length));
        equal(whole.slice(0, prefix), wanted.slice(0, prefix));
        equal(whole.slice(whole.length - suffix), wanted.slice(wanted.length - suffix));
        ok(prefix >= span.start || prefix + suffix === Math.min(whole.length, wanted.length));
        equal(isSameText(before, after), whole === wanted);
        equal(isSameText(before, wanted), whole === wanted);
      }),
    );
  });
});
