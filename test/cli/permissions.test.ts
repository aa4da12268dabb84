import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyExample } from '../protocol/workspaceFolder';
import { skipWithout } from '../unit/shipped/programs';
import { CLI } from './vif';

const NOBODY = 65534;
/** Root may read everything: then the program runs as nobody. */
const AS_USER = process.getuid?.() === 0 ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];

describe('files and folders that may not be read', () => {
  const example = copyExample('802.1Qbh');
  const at = (name: string): string => path.join(example.folder, name);
  const run = (...args: readonly string[]): { code: number | null; stdout: string; stderr: string } => {
    const [command = '', ...given] = [...AS_USER, process.execPath, CLI, ...args];
    const { status, stdout, stderr } = spawnSync(command, given, { cwd: '/', encoding: 'utf8' });
    return { code: status, stdout, stderr };
  };
  before(function () {
    if (process.platform === 'win32') this.skip();
    chmodSync(example.folder, 0o755);
    if (run('--version').code !== 0) skipWithout(this, ['setpriv, and a Node.js that everybody may run,']);
    mkdirSync(at('secret'));
    writeFileSync(at('secret/nova.conf'), 'x');
    chmodSync(at('secret'), 0);
    writeFileSync(at('nova-secret.conf'), 'x');
    chmodSync(at('nova-secret.conf'), 0);
  });
  after(() => {
    chmodSync(at('secret'), 0o755);
    example.dispose();
  });

  it('are passed over by a check of the folder around them', () => {
    const { code, stdout, stderr } = run('check', example.folder);
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(stderr, /^3 files checked/);
  });

  it('hide a driver, which is then not found', () => {
    chmodSync(at('qbh_driver.py'), 0);
    const { code, stdout } = run('check', example.folder);
    assert.equal(code, 1);
    assert.match(stdout, /\[selection\.driver-module-not-found\]/);
    chmodSync(at('qbh_driver.py'), 0o644);
  });

  it('cannot be written to: the old file stays', () => {
    writeFileSync(at('out.xml'), 'old');
    const { code, stderr } = run('render', '--template', at('802.1Qbh.vif.xml'), '--output', at('out.xml'));
    assert.equal(code, 2, stderr);
    assert.match(stderr, /out\.xml is not written, and is as it was: EACCES/);
  });
});
