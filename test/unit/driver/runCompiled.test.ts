import assert from 'node:assert/strict';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import type { DriverRun, DriverRunner } from '../../../server/src/driver/runner';
import { Bench, plain, python, type Result } from './runBench';

/** Tells whether the code of this run was there before it. */
const KEPT = 'return {"kept": sys.modules["vif_host.compiled"].kept.file == __file__}';

/** Hands over other code of this file, wherever that can be written. */
const FORGE = `text = open(__file__, 'rb').read()
code = compile(text.replace(b'own', b'forged'), __file__, 'exec')
for descriptor in range(4, 64):
    try: os.write(descriptor, marshal.dumps((__file__, text, code)))
    except OSError: pass
return {"is": "own"}`;

describe('the code of a Python driver that is run again', function () {
  this.timeout(30_000);
  const bench = new Bench();
  let runner: DriverRunner;
  before(async () => {
    await bench.build();
    runner = bench.runner();
  });
  after(() => {
    runner.dispose();
    bench.remove();
  });

  async function again(run: DriverRun): Promise<Pick<Result, 'values' | 'failure' | 'printed'>> {
    let printed = '';
    const outcome = await runner.run(run, new AbortController().signal, (text) => {
      printed += text;
    });
    return { ...plain(outcome), printed };
  }

  async function values(run: DriverRun, times: number): Promise<readonly Result['values'][]> {
    const all: Result['values'][] = [];
    for (let count = 0; count < times; count++) all.push((await again(run)).values);
    return all;
  }

  it('is what the first run has compiled', async () => {
    const run = bench.write('driver.py', python(KEPT, 'import sys'));
    assert.deepEqual(await values(run, 3), [{ kept: 'False' }, { kept: 'True' }, { kept: 'True' }]);
  });

  it('is what is open in the editor', async () => {
    const unsaved = { 'driver.py': python(KEPT, 'import sys') };
    const run = bench.write('driver.py', python('return {}'), { unsaved });
    assert.deepEqual(await values(run, 2), [{ kept: 'False' }, { kept: 'True' }]);
  });

  it('is that of another text as soon as there is one, however much the file looks the same', async () => {
    const run = bench.write('driver.py', python('return {"a": 1}'));
    await values(run, 2);
    const { atime, mtime } = statSync(run.file);
    writeFileSync(run.file, python('return {"a": 2}'));
    utimesSync(run.file, atime, mtime);
    assert.deepEqual(await values(run, 2), [{ a: '2' }, { a: '2' }]);
    const unsaved = new Map([[run.file, python('return {"a": 3}')]]);
    assert.deepEqual(await values({ ...run, unsaved }, 2), [{ a: '3' }, { a: '3' }]);
    assert.deepEqual(await values(run, 1), [{ a: '2' }]);
  });

  it('is compiled each time where Python warns of it', async () => {
    const run = bench.write('driver.py', python('return {"a": 1 is 1}'));
    for (let count = 0; count < 2; count++) assert.match((await again(run)).printed, /SyntaxWarning/);
  });

  it('is wrong each time where it is wrong', async () => {
    const run = bench.write('driver.py', 'class Driver:\n    def (');
    for (let count = 0; count < 2; count++)
      assert.equal((await again(run)).failure?.message, 'SyntaxError: invalid syntax (line 2)');
  });

  it('is none that an earlier run has made up', async () => {
    const run = bench.write('driver.py', python(FORGE, 'import marshal, os'));
    assert.deepEqual(await values(run, 4), Array(4).fill({ is: 'own' }));
  });

  it('may be long: then it is compiled each time', async () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `    key_${index} = ${index}`).join('\n');
    const run = bench.write('driver.py', `${python(KEPT, 'import sys')}\nclass Long:\n${keys}\n`);
    assert.deepEqual(await values(run, 2), [{ kept: 'False' }, { kept: 'False' }]);
  });
});
