import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { DriverOutcome, OpenDriver, Request } from '../../../server/src/driver/runner';
import { dictionary } from '../python';
import { Bench, javascript, plain, python } from './runBench';

/** Where Linux tells the numbers of the processes that this one has started. */
const CHILDREN = `/proc/self/task/${process.pid}/children`;

/** What a request asks the driver to do, by its number. */
type Deeds = Readonly<Record<number, string>>;

describe('an open driver', function () {
  this.timeout(60_000);
  const bench = new Bench();
  before(() => bench.build());
  after(() => {
    bench.remove();
  });

  function request(index: number, deed = ''): Request {
    return { instance: new Map(), network: dictionary({ index, deed }) };
  }

  function run(open: OpenDriver, request: Request): Promise<DriverOutcome> {
    return new Promise((resolve) => {
      open.run(request, resolve);
    });
  }

  /** Runs a driver with many requests, all at once; tells the value of `a` or the reason of the failure for each. */
  async function many(
    file: string,
    source: string,
    count: number,
    deeds: Deeds = {},
    timeLimit = 2000,
  ): Promise<readonly unknown[]> {
    const runner = bench.runner({ timeLimit });
    const open = runner.open(bench.write(file, source), new AbortController().signal, () => undefined);
    const indexes = Array.from({ length: count }, (_, index) => index);
    const outcomes = await Promise.all(indexes.map((index) => run(open, request(index, deeds[index]))));
    await open.close();
    runner.dispose();
    return outcomes.map(plain).map(({ values, failure }) => values?.a ?? failure?.reason);
  }

  const driver = javascript(
    'mjs',
    `runs++;
    if (network.deed === 'throw') throw new Error('no');
    if (network.deed === 'exit') process.exit(1);
    if (network.deed === 'kill') process.kill(process.ppid, 'SIGKILL');
    if (network.deed === 'leave') setImmediate(() => process.exit(0));
    if (network.deed === 'slip') void Promise.reject(new Error('slip'));
    if (network.deed === 'slow') for (const end = Date.now() + 300; Date.now() < end;);
    if (network.deed === 'rest') await new Promise((resolve) => setTimeout(resolve, 300));
    if (network.deed === 'die') process.kill(process.pid, 'SIGKILL');
    if (network.deed === 'loop') for (;;);
    if (network.deed === 'wait') await new Promise((resolve) => setTimeout(resolve, 60000));
    if (network.deed === 'later') await new Promise(() => setTimeout(() => { throw new Error('later'); }));
    if (network.deed === 'memory') for (const all = [];;) all.push(new Array(2e6).fill(0.5));
    if (network.deed === 'much') return { a: 'x'.repeat(17000000) };
    if (network.deed === 'rubbish') fs.writeSync(3, 'rubbish');
    return { a: network.index + '/' + runs + '/' + (this.mine = (this.mine ?? 0) + 1) };`,
    "import fs from 'node:fs';\nlet runs = 0;",
  );

  it('in JavaScript is loaded once, and answers in the order of the requests, each with an instance of its own', async () => {
    const expected = Array.from({ length: 1000 }, (_, index) => `${index}/${index + 1}/1`);
    assert.deepEqual(await many('driver.mjs', driver, 1000), expected);
  });

  for (const [deed, reason, restarts] of [
    ['throw', 'raised', false],
    ['exit', 'ended', true],
    ['wait', 'timed-out', true],
    ['later', 'raised', true],
    ['much', 'too-large', true],
  ] as const)
    it(`in JavaScript that fails for a request (${deed}) answers all others, each once`, async () => {
      const expected: unknown[] = Array.from({ length: 200 }, (_, index) => {
        const runs = restarts && index > 70 ? index - 70 : index + 1;
        return `${index}/${runs}/1`;
      });
      expected[70] = reason;
      assert.deepEqual(await many('driver.mjs', driver, 200, { 70: deed }), expected);
    });

  // What it has not told by then is run again.
  for (const [deed, reason] of [
    ['loop', 'timed-out'],
    ['rubbish', 'ended'],
    ['die', 'ended'],
  ] as const)
    for (const [which, bad] of [
      ['the first', [0]],
      ['the last', [63]],
      ['the first one of all and the last', [0, 199]],
      ['some together', [70, 71, 90]],
    ] as const)
      it(`in JavaScript that fails without warning (${deed}) for ${which} answers all others`, async () => {
        const deeds = Object.fromEntries(bad.map((index) => [index, deed]));
        const answers = await many('driver.mjs', driver, 200, deeds, 1000);
        const expected = answers.map((_, index) => (deeds[index] ? reason : String(index)));
        assert.deepEqual(
          answers.map((answer) => String(answer).split('/')[0]),
          expected,
        );
      });

  for (const deed of ['leave', 'slip'])
    it(`in JavaScript that fails where no request runs (${deed}) answers all`, async () => {
      const answers = await many('driver.mjs', driver, 1000, { 5: deed, 300: deed });
      assert.deepEqual(
        answers.map((answer) => String(answer).split('/')[0]),
        answers.map((_, index) => String(index)),
      );
    });

  it('in JavaScript that never waits answers all others, whatever happens to one', async () => {
    const source = javascript(
      'mjs',
      `if (network.deed === 'throw') throw new Error('no');
    if (network.deed === 'exit') process.exit(1);
    if (network.deed === 'die') process.kill(process.pid, 'SIGKILL');
    if (network.deed === 'loop') for (;;);
    if (network.deed === 'much') return { a: 'x'.repeat(17000000) };
    return { a: String(network.index) };`,
    ).replace('async ', '');
    const deeds = { 3: 'throw', 70: 'exit', 71: 'die', 80: 'much', 150: 'loop', 199: 'die' };
    const expected = Array.from({ length: 200 }, (_, index) => String(index));
    Object.assign(expected, { 3: 'raised', 70: 'ended', 71: 'ended', 80: 'too-large', 150: 'timed-out', 199: 'ended' });
    assert.deepEqual(await many('driver.mjs', source, 200, deeds, 1000), expected);
  });

  it('may take longer for many requests than for one, whether it works or waits', async () => {
    const deeds = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [index, index % 2 ? 'slow' : 'rest']));
    const expected = Array.from({ length: 10 }, (_, index) => `${index}/${index + 1}/1`);
    assert.deepEqual(await many('driver.mjs', driver, 10, deeds, 1000), expected);
  });

  it('in JavaScript that runs out of memory for a request answers all others', async function () {
    this.timeout(180_000);
    const answers = await many('driver.mjs', driver, 5, { 1: 'memory', 3: 'memory' }, 60_000);
    assert.deepEqual(answers, ['0/1/1', 'ended', '2/1/1', 'ended', '4/1/1']);
  });

  it('may kill its parent process: that is neither this one nor does it cost another request', async () => {
    const answers = await many('driver.mjs', driver, 200, { 70: 'kill' });
    for (const [index, answer] of answers.entries())
      assert.ok(
        String(answer).startsWith(`${index}/`) || (index >= 70 && answer === 'ended'),
        `${index}: ${String(answer)}`,
      );
    assert.ok(answers.filter((answer) => answer === 'ended').length <= 1);
  });

  it('may fail for one request after the other', async () => {
    const deeds = { 0: 'exit', 1: 'exit', 3: 'throw', 4: 'exit' };
    assert.deepEqual(await many('driver.mjs', driver, 6, deeds), [
      'ended',
      'ended',
      '2/1/1',
      'raised',
      'ended',
      '5/1/1',
    ]);
  });

  it('in Python starts afresh for each request', async () => {
    const source = python(
      `global runs
runs += 1
if network['deed'] == 'exit': os._exit(1)
return {'a': '%d/%d' % (network['index'], runs)}`,
      'import os\nruns = 0',
    );
    assert.deepEqual(await many('driver.py', source, 4, { 1: 'exit' }), ['0/1', 'ended', '2/1', '3/1']);
  });

  for (const file of ['driver.py', 'driver.mjs'])
    it(`${file} of which the file is not there fails for each request`, async () => {
      const runner = bench.runner();
      const written = bench.write('other', '');
      const gone = { ...written, language: file === 'driver.py' ? 'python' : 'javascript', file: 'gone' } as const;
      const open = runner.open(gone, new AbortController().signal, () => undefined);
      const outcome = plain(await run(open, request(0)));
      assert.equal(outcome.failure?.reason, 'not-a-driver');
      await open.close();
    });

  for (const how of ['cancelled', 'closed'] as const)
    it(`that is ${how} cancels what is not answered, and what comes later`, async () => {
      const runner = bench.runner();
      const cancel = new AbortController();
      const open = runner.open(bench.write('driver.mjs', driver), cancel.signal, () => undefined);
      assert.equal((await run(open, request(0))).kind, 'returned');
      const outcomes = [run(open, request(1, 'loop')), run(open, request(2))];
      if (how === 'cancelled') cancel.abort();
      else await open.close();
      outcomes.push(run(open, request(3)));
      const reasons = (await Promise.all(outcomes)).map((outcome) => plain(outcome).failure?.reason);
      assert.deepEqual(reasons, ['cancelled', 'cancelled', 'cancelled']);
      await open.close();
    });

  if (existsSync(CHILDREN))
    for (const [what, file, source] of [
      ['a JavaScript driver', 'driver.mjs', javascript('mjs', 'return {};')],
      ['a Python driver', 'driver.py', python('return {}')],
      ['none', undefined, ''],
    ] as const)
      it(`begins with the process that was got ready, of which nothing is left (${what})`, async () => {
        const children = (): readonly string[] => readFileSync(CHILDREN, 'utf8').trim().split(' ');
        const others = children();
        const started = (): readonly string[] => children().filter((pid) => !others.includes(pid));
        const runner = bench.runner();
        runner.getReady();
        const ahead = started();
        assert.equal(ahead.length, 1);
        if (file !== undefined) {
          const open = runner.open(bench.write(file, source), new AbortController().signal, () => undefined);
          assert.equal((await run(open, request(0))).kind, 'returned');
          if (file === 'driver.mjs') assert.deepEqual(started(), ahead);
          await open.close();
        }
        runner.dispose();
        while (started().length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
      });

  for (const [what, value] of [
    ['a NUL', 'a\0b'],
    ['lines', 'a\nb\r\n'],
    ['half a character', 'a\ud800'],
    ['whole ones', 'ä€😀'],
    ['nothing', ''],
    ['what looks like an answer', '{"kind":"no-method"}'],
  ] as const)
    it(`gives a text as it is (${what})`, async () => {
      const source = javascript('mjs', `return network.deed === 'give' ? { a: ${JSON.stringify(value)} } : {};`);
      assert.deepEqual(await many('driver.mjs', source, 3, { 1: 'give' }), [undefined, value, undefined]);
    });

  it('is heard when it prints', async () => {
    const runner = bench.runner();
    let printed = '';
    const file = bench.write('driver.cjs', javascript('cjs', 'console.log(network.index); return {};'));
    const open = runner.open(file, new AbortController().signal, (text) => {
      printed += text;
    });
    await Promise.all([run(open, request(1)), run(open, request(2))]);
    await open.close();
    assert.equal(printed, '1\n2\n');
  });
});
