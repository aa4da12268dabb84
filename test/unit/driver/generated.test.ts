import assert from 'node:assert/strict';
import fc from 'fast-check';
import { driverIn, pythonBody, readFiles } from './driverCase';
import { canRun, NETWORK, runDrivers } from './runCases';

/** Lines of a method's body, to be indented as a block. */
type Lines = readonly string[];

const key = fc.constantFrom("'a'", "'b'", "'c'", "'d'");
const dictionary = fc.constantFrom('network', 'result');
const condition = fc.constantFrom(
  "instance.get('x')",
  "not instance.get('x')",
  "instance.get('y')",
  "instance['nics']",
);

const simple: fc.Arbitrary<Lines> = fc.oneof(
  fc.tuple(dictionary, key).map(([target, name]) => [`${target}[${name}] = 1`]),
  fc.tuple(dictionary, key).map(([target, name]) => [`${target}.pop(${name}, None)`]),
  fc.tuple(dictionary, key).map(([target, name]) => [`${target}.setdefault(${name}, 1)`]),
  fc.tuple(dictionary, key, key).map(([target, one, other]) => [`${target}.update({${one}: 1, ${other}: 2})`]),
  fc.tuple(dictionary, key, key).map(([target, one, other]) => [`for key in (${one}, ${other}): ${target}[key] = 1`]),
  key.map((name) => [`result = dict(result)`, `result[${name}] = 1`]),
  key.map((name) => [`result = {**network, ${name}: 1}`]),
  fc.tuple(condition, key).map(([asked, name]) => [`result = {${name}: 1} if ${asked} else result`]),
  condition.map((asked) => [`if ${asked}: return None`]),
  fc.tuple(condition, key).map(([asked, name]) => [`if ${asked}: return {${name}: 1}`]),
);

const indented = (lines: Lines): Lines => lines.map((line) => `    ${line}`);

const { block } = fc.letrec<{ block: Lines; statement: Lines }>((tie) => ({
  block: fc.array(tie('statement'), { minLength: 1, maxLength: 3 }).map((statements) => statements.flat()),
  statement: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { arbitrary: simple, weight: 4 },
    {
      arbitrary: fc
        .tuple(condition, tie('block'), tie('block'))
        .map(([asked, one, other]) => [`if ${asked}:`, ...indented(one), 'else:', ...indented(other)]),
      weight: 1,
    },
    {
      arbitrary: fc.tuple(condition, tie('block')).map(([asked, body]) => [`if ${asked}:`, ...indented(body)]),
      weight: 1,
    },
    {
      arbitrary: tie('block').map((body) => ["for nic in instance['nics']:", ...indented(body)]),
      weight: 1,
    },
    {
      arbitrary: fc
        .tuple(tie('block'), tie('block'))
        .map(([body, handler]) => [
          'try:',
          ...indented(body),
          "    instance['x']",
          'except KeyError:',
          ...indented(handler),
        ]),
      weight: 1,
    },
  ),
}));

const driver = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 3 }), dictionary)
  .map(([blocks, returned]) => pythonBody('result = {}', ...blocks.flat(), `return ${returned}`));

describe('generated drivers', () => {
  it('return no key but those that were read, and each time all that are not provided only sometimes', function () {
    this.timeout(20_000);
    if (!canRun('python') && !process.env.CI) this.skip();
    const sources = fc.sample(driver, { numRuns: 100, seed: 3 });
    const returned = runDrivers(
      'python',
      sources.map((source) => [['driver.py', source]]),
    );
    for (const [index, source] of sources.entries()) {
      const { complete, keys } = driverIn(readFiles('python', [['driver.py', source]]));
      assert.ok(complete, source);
      const known = new Set([...Object.keys(NETWORK), ...keys.map((found) => found.key)]);
      const sure = keys.filter(({ sometimes }) => !sometimes).map((found) => found.key);
      for (const run of returned[index] ?? []) {
        const extra = run.filter((name) => !known.has(name));
        const missing = sure.filter((name) => !run.includes(name));
        assert.deepEqual([extra, missing], [[], []], source);
      }
    }
  });
});
