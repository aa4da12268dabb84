import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findPython } from '../../../server/src/driver/findPython';
import { Bench, python } from './runBench';

describe('the Python interpreter', function () {
  this.timeout(30_000);
  const bench = new Bench();
  before(() => bench.build());
  after(() => {
    bench.remove();
  });

  const at = (path: string): string => join(bench.folder, path);

  function program(path: string, script = ''): string {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), `#!/bin/sh\n${script}\n`);
    chmodSync(at(path), 0o755);
    return at(path);
  }

  describe('is looked for', () => {
    before(() => {
      for (const path of ['three/python3', 'three/python', 'two/python', 'own/python3.9', 'workspace/bin/python3'])
        program(path);
      mkdirSync(at('empty'));
      mkdirSync(at('folder/python3'), { recursive: true });
      mkdirSync(at('plain'));
      writeFileSync(at('plain/python3'), 'no program');
      mkdirSync(at('linked'));
      symlinkSync(at('workspace/bin/python3'), at('linked/python3'));
      symlinkSync(at('three/python3'), at('workspace/python3'));
      symlinkSync(at('workspace'), at('link'));
    });

    const cases: readonly (readonly [
      title: string,
      path: readonly string[],
      found: string | undefined,
      configured?: string,
    ])[] = [
      ['as python3', ['three'], 'three/python3'],
      ['as python, where there is no python3', ['empty', 'two'], 'two/python'],
      ['as python3 everywhere, before python anywhere', ['two', 'three'], 'three/python3'],
      ['by the configured name', ['three', 'own'], 'own/python3.9', 'python3.9'],
      ['in vain', ['empty'], undefined],
      ['in vain by the configured name', ['three'], undefined, 'python3.12'],
      ['past a folder', ['folder', 'three'], 'three/python3'],
      ['past a file that is no program', ['plain', 'three'], 'three/python3'],
      ['past the workspace', ['workspace/bin', 'three'], 'three/python3'],
      ['past a link into the workspace', ['linked', 'three'], 'three/python3'],
      ['past a link out of the workspace', ['workspace', 'three'], 'three/python3'],
      ['past a linked workspace', ['link', 'link/bin', 'three'], 'three/python3'],
      ['in folders that are there', ['nowhere', 'three'], 'three/python3'],
    ];
    for (const [title, path, found, configured] of cases)
      it(title, () => {
        const folders = path.map(at).join(delimiter);
        for (const workspace of ['workspace', 'link'])
          assert.equal(findPython(configured, folders, [at(workspace)]), found === undefined ? undefined : at(found));
      });

    it('only in folders that PATH names by absolute paths', () => {
      assert.equal(findPython(undefined, ['', '.', 'three'].join(delimiter), []), undefined);
    });

    it('not at all where its path is configured', () => {
      assert.equal(findPython(at('nowhere/python3'), at('three'), []), at('nowhere/python3'));
    });

    it('in folders whose names only start as the workspace does', () => {
      program('workspace-tools/python3');
      program('workspace/..own/python3');
      const find = (folder: string): unknown => findPython(undefined, at(folder), [at('workspace')]);
      assert.equal(find('workspace-tools'), at('workspace-tools/python3'));
      assert.equal(find('workspace/..own'), undefined);
    });
  });

  describe('that does not work', () => {
    for (const [title, script, said] of [
      ['prints rubbish', 'echo rubbish', 'it answered “rubbish”'],
      ['prints rubbish for ever', 'while :; do printf rubbish; done', 'it answered “rubbishrubbish'],
      ['is too old', 'echo "Unknown option: -I" >&2; exit 2', 'it said “Unknown option: -I”'],
      ['says a lot before it ends', 'echo first >&2; echo last >&2; exit 1', 'it said “last”'],
      ['ends without a word', 'exit 1', 'it gave no sign of life'],
      ['hangs', 'sleep 60', 'it gave no sign of life'],
    ] as const)
      it(title, async () => {
        const interpreter = program(`broken/${title}`, script);
        const options = { python: interpreter, timeLimit: title === 'hangs' ? 300 : 20_000 };
        const { failure } = await bench.run('driver.py', python('return {}'), { options });
        assert.equal(failure?.reason, 'no-interpreter');
        assert.ok(
          failure.message.startsWith(`${interpreter} does not work as Python 3.6 or later (${said}`),
          failure.message,
        );
      });

    it('is not there', async () => {
      const options = { python: at('nowhere/python3') };
      const { failure } = await bench.run('driver.py', python('return {}'), { options });
      assert.equal(failure?.reason, 'no-interpreter');
      assert.match(failure.message, /nowhere\/python3 does not work as Python 3\.6 or later \(spawn .* ENOENT\)\./);
    });

    it('is nowhere on PATH', async () => {
      const options = { python: 'no-such-python' };
      const { failure } = await bench.run('driver.py', python('return {}'), { options });
      assert.equal(failure?.reason, 'no-interpreter');
      assert.match(failure.message, /Install Python 3\.6 or later/);
    });
  });

  it('is, unless one is configured, the one on PATH', async () => {
    const { values } = await bench.run('driver.py', python('return {"a": 1}'), { options: { python: 'python3' } });
    assert.deepEqual(values, { a: '1' });
  });
});
