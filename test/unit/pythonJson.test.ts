import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { MAX_DEPTH, parsePythonJson, writePythonJson } from '../../server/src/pythonJson';
import type { PythonValue } from '../../server/src/pythonValue';

function valueOf(text: string): PythonValue {
  const parsed = parsePythonJson(text);
  ok(parsed.kind === 'value', text);
  return parsed.value;
}

const floats = fc.double({ noNaN: true, noDefaultInfinity: true });
const keys = fc.oneof(fc.string(), fc.constantFrom('0', '17', '__proto__', 'mac_address', ':1.5', ', 1e5'));

const { value: anyValue } = fc.letrec<{ value: PythonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false),
    fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
    fc.integer().map(BigInt),
    floats,
    fc.oneof(fc.string({ unit: 'binary' }), keys),
    fc.array(tie('value')),
    fc.array(fc.tuple(keys, tie('value'))).map((entries) => new Map(entries)),
  ),
}));

describe('parsePythonJson', () => {
  const CASES: readonly (readonly [text: string, value: PythonValue])[] = [
    ['5', 5n],
    ['-0', 0n],
    ['5.0', 5],
    ['-1e3', -1000],
    ['[1, 2.0]', [1n, 2]],
    ['9007199254740993', 9007199254740993n],
    ['"fa:16:3e:00"', 'fa:16:3e:00'],
    [
      '{"a": ":1.5", "b": 1}',
      new Map<string, PythonValue>([
        ['a', ':1.5'],
        ['b', 1n],
      ]),
    ],
    [' [ ] ', []],
  ];
  for (const [text, value] of CASES)
    it(`reads ${text} as Python does`, () => {
      deepEqual(valueOf(text), value);
    });

  it('keeps the keys in the order of the text, whatever they look like', () => {
    const value = valueOf('{"b": 1, "2": 2, "1": {"0": 0, "__proto__": 3}, "b": 4}');
    equal(writePythonJson(value), '{"b":4,"2":2,"1":{"0":0,"__proto__":3}}');
  });

  it('reads what lies as deep as it may, and refuses what lies deeper', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    equal(writePythonJson(valueOf(nested(MAX_DEPTH))), nested(MAX_DEPTH));
    const { kind } = parsePythonJson(nested(MAX_DEPTH + 1));
    equal(kind, 'broken');
  });

  it('reads back every value that is written, ints as ints and floats as floats', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = writePythonJson(value);
        const read = valueOf(text);
        deepEqual(read, value);
        equal(writePythonJson(read), text);
      }),
      { numRuns: 2000 },
    );
  });
});
