import { deepEqual, equal } from 'node:assert/strict';
import { ScanState } from '../../../server/src/template/scanState';

/** A pattern that counts how often it searches. */
class CountingPattern extends RegExp {
  searches = 0;

  override exec(text: string): RegExpExecArray | null {
    this.searches++;
    return super.exec(text);
  }
}

describe('ScanState', () => {
  it('finds a pattern at an offset or behind, and searches the text again only once that is passed', () => {
    const state = new ScanState('--> a --> b', '');
    const pattern = new CountingPattern('-->', 'g');
    deepEqual(state.find(pattern, 0), { start: 0, end: 3 });
    equal(pattern.searches, 1);
    for (const from of [1, 4, 6]) deepEqual(state.find(pattern, from), { start: 6, end: 9 });
    equal(pattern.searches, 2);
    for (const from of [7, 8, 11]) equal(state.find(pattern, from), undefined);
    equal(pattern.searches, 3);
  });

  it('masks stretches of the text, and blanks those that hold masks', () => {
    const state = new ScanState('0123456789', '');
    state.mask({ start: 1, end: 2 }, '_');
    state.mask({ start: 4, end: 5 }, '_');
    state.mask({ start: 6, end: 7 }, '_');
    equal(state.masked(), '0_23_5_789');
    state.blank({ start: 3, end: 8 });
    state.mask({ start: 9, end: 10 }, '>');
    equal(state.masked(), '0_2     8>');
  });
});
