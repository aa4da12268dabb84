import assert from 'node:assert/strict';
import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import type { DriverOutcome } from '../../../server/src/driver/runner';
import { Bench, plain, python } from './runBench';

/** A system that does not fork the second to the fourth time: one time ahead, then for two runs. */
const REFUSES = `
fork, forks = os.fork, []
def fork_at_times():
    forks.append(None)
    if len(forks) in (2, 3, 4):
        raise OSError('no more processes')
    return fork()
os.fork = fork_at_times
`;

/** A process that never comes to read its request. */
const LOSES = `
child.settle = lambda *_: os._exit(9)
`;

describe('a host of Python drivers that has no process for a run', function () {
  this.timeout(30_000);
  const bench = new Bench();
  before(() => bench.build());
  after(() => {
    bench.remove();
  });

  /** Runs a driver again and again on a host with this at the end of its code. */
  async function run(change: string, times: number): Promise<readonly ReturnType<typeof plain>[]> {
    const hosts = join(bench.folder, `hosts ${change.length}`);
    cpSync(join(bench.folder, 'hosts'), hosts, { recursive: true });
    appendFileSync(join(hosts, 'vif_host/fork.py'), change);
    const runner = bench.runner({ hosts });
    const driver = bench.write('driver.py', python('return {"a": 1}'));
    const once = (): Promise<DriverOutcome> => runner.run(driver, new AbortController().signal, () => undefined);
    const all: ReturnType<typeof plain>[] = [];
    for (let count = 0; count < times; count++) all.push(plain(await once()));
    runner.dispose();
    return all;
  }

  it('says so, and has one as soon as the system lets it', async () => {
    const message =
      'The system did not start a process for driver.Driver (no more processes). Close some programs, then run it again.';
    const failure = { reason: 'ended', message };
    const values = { a: '1' };
    assert.deepEqual(await run(REFUSES, 5), [{ values }, { failure }, { failure }, { values }, { values }]);
  });

  it('ends where one after the other is lost, in place of making more for ever', async () => {
    const [first] = await run(LOSES, 1);
    assert.equal(first?.failure?.reason, 'ended');
    assert.match(first.failure.message, /^The host that runs drivers ended while it ran driver\.Driver\./);
  });
});
