import assert from 'node:assert/strict';
import { python } from '../../../server/src/driver/python/language';
import { functionAt } from '../../../server/src/driver/python/library';
import { driverIn, pythonBody, readFiles, text } from './driverCase';

/** What calls `made` once on each way through the driver, how often that is run, and the keys that are provided only sometimes. */
type Case = readonly [what: string, source: string, runs: number, sometimes: readonly string[]];

const RETURN = "return made(network, a='b')";

const CASES: readonly Case[] = [
  ['no condition', pythonBody("network['c'] = network['d']", RETURN), 1, []],
  ['a condition', pythonBody("if instance: network['c'] = 1", RETURN), 1 + 2, ['c']],
  ['a loop', pythonBody("for x in instance: network['c'] = 1", RETURN), 1 + 2, ['c']],
  ['an expression that decides', pythonBody('x = 1 if instance else 2', RETURN), 1 + 2, []],
  [
    'a constant with two values',
    text("KEY = 'c'", "if made.x: KEY = 'd'", pythonBody('network[KEY] = 1', RETURN)),
    1 + 2,
    ['c', 'd'],
  ],
];

/** How often `made` is called as `action` is run. */
function callsIn(action: () => void): number {
  let calls = 0;
  const value: typeof functionAt = (path) => {
    if (path !== 'made') return functionAt(path);
    calls++;
    return functionAt('dict');
  };
  Object.defineProperty(python, 'functionAt', { value });
  try {
    action();
  } finally {
    Object.defineProperty(python, 'functionAt', { value: functionAt });
  }
  return calls;
}

describe('a driver is run once, and along each way through it where there are several', () => {
  for (const [what, source, runs, sometimes] of CASES) {
    it(`${what}: ${runs}`, () => {
      const calls = callsIn(() => {
        const { keys } = driverIn(readFiles('python', [['driver.py', source]]));
        const found = keys.filter((key) => key.sometimes).map(({ key }) => key);
        assert.deepEqual(found.sort(), sometimes);
      });
      assert.equal(calls, runs);
    });
  }
});
