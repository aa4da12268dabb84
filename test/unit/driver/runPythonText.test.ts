import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { pythonText } from '../../../server/src/driver/pythonText';

/** What Python's `str` makes of each of these JSON texts. */
function strOf(json: readonly string[]): readonly string[] {
  const program = 'import json, sys; print(json.dumps([str(json.loads(text)) for text in json.load(sys.stdin)]))';
  const { stdout } = spawnSync('python3', ['-I', '-c', program], { encoding: 'utf8', input: JSON.stringify(json) });
  const texts: unknown = JSON.parse(stdout);
  assert.ok(Array.isArray(texts));
  return texts.map(String);
}

describe('the text of a value', function () {
  this.timeout(30_000);

  const values = [
    '', 'eth5', 'ü😀', true, false, 0, -0, 1, -1, 42, 5.5, -0.1, 0.1 + 0.2, 1 / 3, 100, 1e15, 1e16, 123456789012345680, 2 ** 53,
    1e20, 1e21, 1.5e21, -1e22, 1e100, 1.7976931348623157e308, 0.001, 0.0001, 0.00012, 0.00009999, 0.00001, 1.5e-5, 1e-6,
    1e-7, -1.25e-7, 1e-10, 1e-100, 5e-324,
  ]; // prettier-ignore

  it('is what Python gives for the same JSON', () => {
    const texts = strOf(values.map((value) => JSON.stringify(value)));
    assert.deepEqual(values.map(pythonText), texts);
  });

  it('is what Python gives for any number that JSON holds', () => {
    const numbers = fc.sample(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()), {
      numRuns: 5000,
      seed: 2,
    });
    assert.deepEqual(numbers.map(pythonText), strOf(numbers.map((number) => JSON.stringify(number))));
  });

  for (const [title, value, text] of [
    ['NaN', NaN, 'nan'],
    ['Infinity', Infinity, 'inf'],
    ['-Infinity', -Infinity, '-inf'],
    ['a BigInt', 10n ** 25n, '10000000000000000000000000'],
    ['a lone surrogate', '\ud800', '\ud800'],
    ['null', null, null],
    ['undefined', undefined, null],
    ['a list', [1], undefined],
    ['an object', {}, undefined],
    ['a function', () => 1, undefined],
    ['a symbol', Symbol('s'), undefined],
    ['a date', new Date(0), undefined],
  ] as const)
    it(`of ${title} is ${text === undefined ? 'none' : String(text)}`, () => {
      assert.equal(pythonText(value), text);
    });
});
