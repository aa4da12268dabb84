import { deepEqual } from 'node:assert/strict';
import type { Expression, Text } from '../../../server/src/driver/code/code';
import { Sightings } from '../../../server/src/driver/evaluate/sightings';
import { only, PLAIN_VALUE } from '../../../server/src/driver/evaluate/values';

const text = (value: string): Text => ({ kind: 'text', value, uri: 'file:///a', span: { start: 0, end: 1 } });
const name = (of: string): Expression => ({ kind: 'name', name: of });

describe('what was seen of the code of a driver', () => {
  it('is told of at any time, and once however often it was seen', () => {
    const before = new Sightings();
    const seen = new Sightings(before);
    const [key, other, a, b] = [text('key'), text('other'), name('a'), name('b')];
    before.gave(b, only(key));
    for (let round = 0; round < 10_000; round++) seen.gave(a, only(key));
    deepEqual(seen.of(a), [key]);
    seen.gave(a, only(other));
    seen.gave(b, PLAIN_VALUE);
    deepEqual(seen.of(a), [key, other]);
    deepEqual(seen.giversOf(key), [b, a]);
    deepEqual([seen.has(b), before.has(a)], [true, false]);
  });
});
