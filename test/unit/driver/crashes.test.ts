import assert from 'node:assert/strict';
import { Crashes } from '../../../server/src/driver/crashes';

describe('the crashes of a host are too many', () => {
  for (const [title, seconds, now, tooMany] of [
    ['not where there was none', [], 0, false],
    ['not after two', [0, 1], 1, false],
    ['after three at once', [0, 0, 0], 0, true],
    ['after three within a minute', [0, 30, 60], 61, true],
    ['not after three within more than a minute', [0, 30, 61], 61, false],
    ['after the last three within a minute', [0, 100, 130, 150], 150, true],
    ['for a minute', [0, 1, 2], 61, true],
    ['not for longer', [0, 1, 2], 62, false],
  ] as const)
    it(title, () => {
      let time = 0;
      const crashes = new Crashes(() => time * 1000);
      for (time of seconds) crashes.add();
      time = now;
      assert.equal(crashes.tooMany, tooMany);
    });
});
