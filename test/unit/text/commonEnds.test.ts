import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { commonEnds } from '../../../server/src/text/commonEnds';

describe('commonEnds: how much of a text an edit leaves alone', () => {
  const cases: readonly (readonly [before: string, after: string, prefix: number, suffix: number])[] = [
    ['', '', 0, 0],
    ['same', 'same', 4, 0],
    ['', 'new', 0, 0],
    ['ac', 'abc', 1, 1],
    ['abc', 'ac', 1, 1],
    ['aaa', 'aa', 2, 0],
    ['abcde', 'abXde', 2, 2],
    ['left', 'right', 0, 1],
  ];
  for (const [before, after, prefix, suffix] of cases)
    it(`'${before}' → '${after}'`, () => {
      deepEqual(commonEnds(before, after), { prefix, suffix });
    });

  it('for every two texts: both have the same ends, and what lies between differs at once', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀') });
    fc.assert(
      fc.property(text, text, text, text, (start, end, left, right) => {
        const [before, after] = [start + left + end, start + right + end];
        const { prefix, suffix } = commonEnds(before, after);
        const shorter = Math.min(before.length, after.length);
        equal(before.slice(0, prefix), after.slice(0, prefix));
        equal(before.slice(before.length - suffix), after.slice(after.length - suffix));
        equal(prefix + suffix <= shorter, true);
        if (prefix < shorter) equal(before[prefix] !== after[prefix], true);
        if (prefix + suffix < shorter) equal(before.at(-suffix - 1) !== after.at(-suffix - 1), true);
      }),
    );
  });
});
