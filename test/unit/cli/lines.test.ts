import { deepEqual, equal } from 'node:assert/strict';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { linesOf, MAX_LINE, type Line } from '../../../server/src/cli/requests/lines';

async function linesIn(pieces: readonly Buffer[]): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const some of linesOf(Readable.from(pieces), () => undefined)) lines.push(...some);
  return lines;
}

/** The pieces of some bytes, cut at these places. */
function cut(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

describe('the lines of a file that comes piece by piece', () => {
  it('are those of its text, wherever it is cut', async () => {
    const texts = fc.array(fc.constantFrom('a', '{}', '\n', '\r\n', '\r', '\u2028', 'ä', '😀', ''), { size: 'medium' });
    await fc.assert(
      fc.asyncProperty(texts, fc.array(fc.nat()), async (parts, places) => {
        const text = parts.join('');
        const expected = text.split('\n');
        if (expected.at(-1) === '') expected.pop();
        const lines = await linesIn(cut(Buffer.from(text), places));
        deepEqual(
          lines,
          expected.map((line, index) => ({ number: index + 1, text: line })),
        );
      }),
    );
  });

  it('of which one is no UTF-8 are read but for that one', async () => {
    deepEqual(await linesIn([Buffer.from('a\n'), Buffer.from([0xc3]), Buffer.from('\nb')]), [
      { number: 1, text: 'a' },
      { number: 2, fault: 'This line is no UTF-8.' },
      { number: 3, text: 'b' },
    ]);
  });

  it('of which one is too long are read but for that one, and nothing of it is kept', async () => {
    const long = Buffer.alloc(MAX_LINE, 'x');
    const pieces = [Buffer.from('a\n'), ...Array.from({ length: 20 }, () => long), Buffer.from('x\n'), long];
    const lines = await linesIn(pieces);
    deepEqual(lines.slice(0, 2), [
      { number: 1, text: 'a' },
      { number: 2, fault: 'This line is longer than 16 MB.' },
    ]);
    deepEqual([lines.length, lines[2]?.text?.length], [3, MAX_LINE]);
  });

  it('tell how much was read', async () => {
    let read = 0;
    const source = Readable.from([Buffer.from('ä\nb')]);
    for await (const lines of linesOf(source, (bytes) => (read += bytes)))
      for (const line of lines) equal(typeof line.text, 'string');
    equal(read, 4);
  });
});
