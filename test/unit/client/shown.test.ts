import assert from 'node:assert/strict';
import { inDocument, pieceAt, type Shown } from '../../../client/src/pane/shown';

const RANGE = { start: { line: 1, character: 5 }, end: { line: 1, character: 9 } };

function shown(remarkLines: number): Shown {
  const piece = { range: RANGE, origin: 'driver', key: 'dev', value: 'eth5', source: RANGE, provider: null } as const;
  const name = { uri: 'file:///a.vif.xml', vifType: 'a', driver: 'a.A', part: 'file' } as const;
  const state = { xml: "<a\n b='eth5'/>", stale: false, message: null, outdated: null, unfilled: [], problems: [] };
  return { answer: { ...name, ...state, pieces: [piece] }, remarkLines };
}

describe('a value in the pane', () => {
  it('stands below the remarks', () => {
    assert.deepEqual(inDocument(shown(2), RANGE).start, { line: 3, character: 5 });
  });

  const CASES: readonly (readonly [line: number, character: number, found: boolean])[] = [
    [2, 4, false],
    [2, 5, true],
    [2, 9, true],
    [2, 10, false],
    [1, 5, false],
  ];
  for (const [line, character, found] of CASES)
    it(`is ${found ? '' : 'not '}found at ${line}:${character}, below one remark`, () => {
      assert.equal(pieceAt(shown(1), { line, character })?.key, found ? 'dev' : undefined);
    });
});
