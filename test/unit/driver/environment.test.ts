import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  cloudEnvironment,
  driverEnvironment,
  javascriptEnvironment,
  PASSED_ON,
} from '../../../server/src/driver/environment';
import { Bench, javascript, plain, python } from './runBench';

const OWN = {
  PATH: '/bin',
  HOME: '/home/me',
  OS_PASSWORD: 'secret',
  https_proxy: 'http://proxy',
  AWS_SECRET_ACCESS_KEY: 'secret',
  NODE_OPTIONS: '--inspect',
  PYTHONPATH: '/mine',
  LD_PRELOAD: '/mine.so',
  SSH_AUTH_SOCK: '/tmp/agent',
};

describe("the environment of a driver's process", function () {
  this.timeout(30_000);

  it('holds what is on the list, and nothing else', () => {
    assert.deepEqual(driverEnvironment(OWN), { PATH: '/bin', HOME: '/home/me' });
  });

  it('has no folder to search that counts from the working directory', () => {
    const own = { PATH: '/bin::mine:/usr/bin:.', LD_LIBRARY_PATH: ':/lib' };
    assert.deepEqual(driverEnvironment(own), { PATH: '/bin:/usr/bin', LD_LIBRARY_PATH: '/lib' });
  });

  it('counts names in any case on Windows', () => {
    assert.deepEqual(driverEnvironment({ Path: '/c', Home: 'x' }, 'win32'), { Path: '/c', Home: 'x' });
    assert.deepEqual(driverEnvironment({ Path: '/c', Home: 'x' }, 'linux'), {});
  });

  it('holds what leads to a cloud for drivers that ship', () => {
    assert.deepEqual(cloudEnvironment(OWN), { OS_PASSWORD: 'secret', https_proxy: 'http://proxy' });
  });

  it('makes Electron behave as Node', () => {
    assert.deepEqual(javascriptEnvironment({ PATH: '/bin' }, undefined), { PATH: '/bin' });
    assert.deepEqual(javascriptEnvironment({ PATH: '/bin' }, '34.0.0'), { PATH: '/bin', ELECTRON_RUN_AS_NODE: '1' });
  });

  it('is documented', () => {
    const page = readFileSync(path.join(import.meta.dirname, '../../../docs/drivers.md'), 'utf8');
    const table = page.slice(page.indexOf('| for '), page.indexOf('The drivers that ship'));
    const names = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    assert.deepEqual(names.sort(), [...PASSED_ON, 'ELECTRON_RUN_AS_NODE'].sort());
  });

  describe('really', () => {
    const bench = new Bench();
    const password = process.env.OS_PASSWORD;
    before(() => bench.build());
    after(() => {
      if (password === undefined) delete process.env.OS_PASSWORD;
      else process.env.OS_PASSWORD = password;
      bench.remove();
    });

    for (const [file, source] of [
      [
        'driver.py',
        python('return {"a": os.environ.get("OS_PASSWORD"), "b": "SSH_AUTH_SOCK" in os.environ}', 'import os'),
      ],
      ['driver.mjs', javascript('mjs', 'return { a: process.env.OS_PASSWORD, b: "SSH_AUTH_SOCK" in process.env };')],
    ] as const)
      for (const ships of [false, true])
        it(`of ${file}, which ${ships ? 'ships' : 'is the user’s'}`, async () => {
          process.env.OS_PASSWORD = 'secret';
          const run = bench.write(file, source);
          const runner = bench.runner(ships ? { shipped: path.dirname(run.file) } : {});
          const outcome = plain(await runner.run(run, new AbortController().signal, () => undefined));
          runner.dispose();
          assert.equal(outcome.values?.a, ships ? 'secret' : null);
          assert.match(outcome.values.b ?? '', /^false$/i);
        });
  });
});
