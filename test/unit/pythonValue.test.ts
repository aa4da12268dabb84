import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePythonJson, writePythonJson } from '../../server/src/pythonJson';
import { pythonRepr, pythonStr } from '../../server/src/pythonText';
import { isTruthy, pythonEquals, PythonTuple, pythonTypeName, type PythonValue } from '../../server/src/pythonValue';
import { askPython } from './python';

/** A number as JSON may write it, in any of its forms. */
const number = fc.oneof(
  fc.integer().map(String),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -20, max: 25 })).map(([m, e]) => `${m}e${e}`),
  fc.integer({ min: -99, max: 99 }).map((value) => `${value}.0`),
  fc.constantFrom('-0', '-0.0', '0.0', '1E5', '1e16', '9999999999999998.0', '0.0001', '0.00001', '1e999'),
);
/** Characters that repr treats in their own way among those that it does not; none that came with a later Unicode. */
const character = fc.oneof(
  fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom("'", '"', '\\', '\n', '\u2028', '\u3000', '\u200b', '\ufeff', '\ue000', '\ud800', '\uffff', '😀', '\u{e0001}', '語'),
); // prettier-ignore
const text = fc.array(character, { maxLength: 8 }).map((characters) => JSON.stringify(characters.join('')));
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('null', 'true', 'false'),
    number,
    text,
    fc.array(tie('json'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(fc.tuple(text, tie('json')), { maxLength: 4 })
      .map((entries) => `{${entries.map(([key, value]) => `${key}: ${value}`).join(', ')}}`),
  ),
}));

function read(source: string): PythonValue {
  const parsed = parsePythonJson(source);
  assert.ok(parsed.kind === 'value', source);
  return parsed.value;
}

describe('a value as Python has it', function () {
  this.timeout(60_000);

  it('has the str, the repr, the type and the truth that Python gives it', () => {
    const sources = fc.sample(json, { numRuns: 4000, seed: 4 });
    const program = `
answers = [[str(v), repr(v), type(v).__name__, bool(v)] for v in map(json.loads, json.load(sys.stdin))]
print(json.dumps(answers))`;
    const ours = sources.map((source) => {
      const value = read(source);
      return [pythonStr(value), pythonRepr(value), pythonTypeName(value), isTruthy(value)];
    });
    assert.deepEqual(ours, askPython(program, sources));
  });

  it('equals another as it does in Python', () => {
    const few = fc.constantFrom(
      'null', 'true', 'false', '0', '1', '1.0', '-0.0', '1e0', '""', '"a"', '"1"', '[]', '{}', '[1]', '[true]', '[1.0, "a"]',
      '[1, "a"]', '{"a": 1, "b": null}', '{"b": null, "a": 1.0}', '{"a": 1}', '{"c": null}', '9007199254740993', '9007199254740992.0',
    ); // prettier-ignore
    const pairs = fc.sample(fc.tuple(fc.oneof(few, json), few), { numRuns: 4000, seed: 5 });
    const program = `print(json.dumps([json.loads(a) == json.loads(b) for a, b in json.load(sys.stdin)]))`;
    const ours = pairs.map(([left, right]) => pythonEquals(read(left), read(right)));
    assert.deepEqual(ours, askPython(program, pairs));
  });

  const tuples: readonly (readonly [readonly PythonValue[], string])[] = [
    [[], '()'],
    [[1n], '(1,)'],
    [[1n, 'a', null], "(1, 'a', None)"],
    [[PythonTuple.from([2.5])], '((2.5,),)'],
  ];
  for (const [items, repr] of tuples)
    it(`is the tuple ${repr}`, () => {
      const tuple = PythonTuple.from(items);
      assert.equal(pythonStr(tuple), repr);
      assert.equal(pythonTypeName(tuple), 'tuple');
      assert.equal(isTruthy(tuple), items.length > 0);
      assert.ok(pythonEquals(tuple, PythonTuple.from(items)));
      assert.ok(!pythonEquals(tuple, [...items]), 'a tuple equals no list');
    });

  it('is what is not a number, and true', () => {
    assert.equal(pythonStr(NaN), 'nan');
    assert.ok(isTruthy(NaN));
    assert.ok(!pythonEquals(NaN, NaN));
  });
});

describe('reading JSON as Python does', () => {
  it('keeps the order of keys, and the last value of a key that comes twice', () => {
    assert.equal(pythonStr(read('{"b": 1, "1": 2, "a": 3, "b": 4}')), "{'b': 4, '1': 2, 'a': 3}");
  });

  for (const [source, message, start] of [
    ['[1,]', 'This is no JSON: value expected.', 3],
    ['{"a": 1', 'This is no JSON: close brace expected.', 7],
    ['[NaN]', 'This is no JSON: invalid symbol.', 1],
    ['[-Infinity]', 'This is no JSON: invalid symbol.', 1],
    ['', 'This is no JSON: value expected.', 0],
    [`[${'{"a":'.repeat(500)}1`, 'This JSON is nested too deeply.', 1 + 5 * 499],
    ['['.repeat(100_000), 'This JSON is nested too deeply.', 500],
  ] as const)
    it(`refuses ${source.slice(0, 20)}: ${message}`, () => {
      const parsed = parsePythonJson(source);
      assert.ok(parsed.kind === 'broken');
      assert.equal(parsed.message, message);
      assert.equal(parsed.span.start, start);
    });

  it('takes brackets in strings for text', () => {
    assert.equal(pythonStr(read(`["\\"${'['.repeat(1000)}"]`)), `['"${'['.repeat(1000)}']`);
  });
});

describe('writing JSON as Python reads it', () => {
  it('gives the value back, to Python and to us', () => {
    const sources = fc.sample(json, { numRuns: 2000, seed: 6 });
    const written = sources.map((source) => writePythonJson(read(source)));
    assert.deepEqual(
      written.map((text) => pythonRepr(read(text))),
      sources.map((source) => pythonRepr(read(source))),
    );
    const program = 'print(json.dumps([repr(json.loads(a)) == repr(json.loads(b)) for a, b in json.load(sys.stdin)]))';
    const pairs = sources.map((source, index) => [source, written[index]]);
    assert.deepEqual(askPython(program, pairs), Array(sources.length).fill(true));
  });
});
