import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { shortened } from '../../../server/src/languageFeatures/shortened';

describe('shortened', () => {
  const cases: readonly (readonly [text: string, shown: string])[] = [
    ['abcde', 'abcde'],
    ['abcdef', 'abcd…'],
    ['a\nb\tc', 'a␊b␉c'],
    ['\x7f\x85', '␡\ufffd'],
    ['😀😀😀😀😀', '😀😀😀😀😀'],
    ['😀😀😀😀😀😀', '😀😀😀😀…'],
    ['\ud83d', '\ufffd'],
    ['a\u202eb', 'a\ufffdb'],
    ['', ''],
  ];
  for (const [text, shown] of cases)
    it(`shows ${JSON.stringify(text)} as ${shown}`, () => {
      equal(shortened(text, 5), shown);
    });

  it('gives one line of whole characters, no more than asked for, for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const shown = shortened(text, most);
        ok(Array.from(shown).length <= most);
        deepEqual(/[\p{Cc}\p{Cs}\u2028\u2029]/u.exec(shown), null);
      }),
    );
  });
});
