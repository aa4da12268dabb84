import { deepEqual } from 'node:assert/strict';
import { sameEnds } from '../../../server/src/text/sameEnds';

describe('sameEnds: how much of a list an edit leaves alone', () => {
  const [a, b, c, d] = [{}, {}, {}, {}];
  const cases: readonly (readonly [name: string, before: object[], after: object[], front: number, back: number])[] = [
    ['nothing', [], [], 0, 0],
    ['all', [a, b], [a, b], 2, 0],
    ['what is around one that was changed', [a, b, c], [a, d, c], 1, 1],
    ['what is around one that was added', [a, c], [a, b, c], 1, 1],
    ['each of them once', [a, a], [a, a, a], 2, 0],
    ['not what only looks the same', [a], [{}], 0, 0],
  ];
  for (const [name, before, after, front, back] of cases)
    it(name, () => {
      deepEqual(sameEnds(before, after), { front, back });
    });
});
