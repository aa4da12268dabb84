import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromHostValue, toHostValue } from '../../../server/src/driver/hostValue';
import { Converter, Refused } from '../../../server/src/driver/hosts/javascriptValue';
import { pythonStr } from '../../../server/src/pythonText';
import { PythonTuple, type PythonValue } from '../../../server/src/pythonValue';
import { askPython } from '../python';

/** What Python's `str` makes of each of these JSON texts. */
function strOf(json: readonly string[]): unknown {
  return askPython('print(json.dumps([str(json.loads(text)) for text in json.load(sys.stdin)]))', json);
}

/** What Python's `str` gives for a value that a JavaScript driver returned, once it has been through an answer; or how it was refused. */
function strOfValue(value: unknown): string {
  try {
    const answered: unknown = JSON.parse(JSON.stringify(toHostValue(new Converter('key').convert(value))));
    const read = fromHostValue(answered);
    assert.ok(read !== undefined);
    return pythonStr(read);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { kind, key, type, fault } = error.answer as Readonly<Record<string, unknown>>;
    return `${String(kind)} ${String(key)} ${String(type ?? fault)}`;
  }
}

const TWICE = [1];
const CYCLE: unknown[] = [];
CYCLE.push({ again: CYCLE });

/** Lists in lists, this many. */
function nested(depth: number): unknown {
  return depth === 0 ? undefined : depth === 1 ? [] : [nested(depth - 1)];
}

/** A list that looks like two to the power of `depth` of them. */
function doubled(depth: number): unknown {
  return depth === 0 ? [] : Array(2).fill(doubled(depth - 1));
}

describe('a value of a JavaScript driver', function () {
  this.timeout(30_000);

  const values = [
    '', 'eth5', 'ü😀', true, false, 0, -0, 1, -1, 42, 5.5, -0.1, 0.1 + 0.2, 1 / 3, 100, 1e15, 1e16, 123456789012345680, 2 ** 53,
    1e20, 1e21, 1.5e21, -1e22, 1e100, 1.7976931348623157e308, 0.001, 0.0001, 0.00012, 0.00009999, 0.00001, 1.5e-5, 1e-6,
    1e-7, -1.25e-7, 1e-10, 1e-100, 5e-324,
  ]; // prettier-ignore

  it('has the text that Python gives for the same JSON', () => {
    assert.deepEqual(values.map(strOfValue), strOf(values.map((value) => JSON.stringify(value))));
  });

  it('has the text that Python gives for any number that JSON holds', () => {
    const numbers = fc.sample(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()), {
      numRuns: 5000,
      seed: 2,
    });
    assert.deepEqual(numbers.map(strOfValue), strOf(numbers.map((number) => JSON.stringify(number))));
  });

  for (const [title, value, text] of [
    ['NaN', NaN, 'nan'],
    ['Infinity', Infinity, 'inf'],
    ['-Infinity', -Infinity, '-inf'],
    ['a BigInt', 10n ** 25n, '10000000000000000000000000'],
    ['a lone surrogate', '\ud800', '\ud800'],
    ['null', null, 'None'],
    ['undefined', undefined, 'None'],
    ['a list', [1, 'a', [undefined]], "[1, 'a', [None]]"],
    ['an object', { b: 1, a: { c: 0.5 } }, "{'b': 1, 'a': {'c': 0.5}}"],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { b: NaN }), "{'b': nan}"],
    [
      'a map',
      new Map([
        ['2', 'x'],
        ['1', 'y'],
      ]),
      "{'2': 'x', '1': 'y'}",
    ],
    ['a list that stands in it twice', [TWICE, TWICE], '[[1], [1]]'],
    ['a map with another key', new Map([[1, 'x']]), 'key-refused 1 number'],
    ['a function', () => 1, 'value-refused key function'],
    ['a symbol', Symbol('s'), 'value-refused key symbol'],
    ['a date', [new Date(0)], 'value-refused key Date'],
    ['a set', new Set(), 'value-refused key Set'],
    ['a cycle', CYCLE, 'nesting-refused key cycle'],
    ['what is just not too deep', nested(100), `${'['.repeat(100)}${']'.repeat(100)}`],
    ['what is too deep', nested(101), 'nesting-refused key depth'],
    ['too much', doubled(40), 'nesting-refused key size'],
    ['a list without items that is too long', new Array(1e9), 'nesting-refused key size'],
  ] as const)
    // prettier-ignore
    it(`${title} is ${text.slice(0, 40)}`, () => {
      assert.equal(strOfValue(value), text);
    });
});

describe('a value of an answer', () => {
  it('is any that Python has', () => {
    const value = new Map<string, PythonValue>([
      ['tuple', PythonTuple.from([10n ** 30n, -1e300, Infinity, -Infinity, NaN, -0])],
      ['list', ['a', null, true, [], new Map()]],
    ]);
    const tuple = {
      tuple: [{ int: `1${'0'.repeat(30)}` }, ...['-1e+300', 'inf', '-inf', 'nan', '-0.0'].map((float) => ({ float }))],
    };
    const list = { list: ['a', null, true, { list: [] }, { dict: [] }] };
    const read = fromHostValue({ dict: [['tuple', tuple], ['list', list]] }); // prettier-ignore
    assert.equal(read !== undefined && pythonStr(read), pythonStr(value));
  });

  let deep: unknown = null;
  for (let depth = 0; depth < 100_000; depth++) deep = { list: [deep] };
  for (const value of [
    undefined,
    1,
    {},
    [],
    { int: '' },
    { int: '1.5' },
    { int: 5 },
    { float: '' },
    { float: 'x' },
    { list: {} },
    { list: [1] },
    { dict: [['a']] },
    { dict: [[1, 'a']] },
    { dict: [null] },
    { dict: [['a', { int: 'x' }]] },
    { tuple: [undefined] },
  ])
    // prettier-ignore
    it(`is not ${JSON.stringify(value)}`, () => {
      assert.equal(fromHostValue(value), undefined);
    });

  it('is nothing without an end', () => {
    assert.equal(fromHostValue(deep), undefined);
  });
});
