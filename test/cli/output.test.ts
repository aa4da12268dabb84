import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { copyExample } from '../protocol/workspaceFolder';
import { skipWithout } from '../unit/shipped/programs';
import { CLI, vif, type Ended } from './vif';

const OLD = '<interface type="old"/>\n';

/** A shell of its own with disks of its own, as a normal user may have one; `undefined` where the system does not allow it. */
const NAMESPACE = ['unshare', '-Urm', 'sh', '-ec'] as const;
const hasNamespaces = spawnSync(NAMESPACE[0], [...NAMESPACE.slice(1), 'mount -t tmpfs tmpfs /mnt']).status === 0;

describe('vif render --output', () => {
  let example = copyExample('802.1Qbh');
  const at = (name: string): string => path.join(example.folder, name);
  const text = (name: string): string => readFileSync(at(name), 'utf8');
  let before: readonly string[] = [];
  beforeEach(() => {
    example.dispose();
    example = copyExample('802.1Qbh');
    writeFileSync(at('out.xml'), OLD);
    before = readdirSync(example.folder);
  });
  after(() => {
    example.dispose();
  });

  /** Runs `vif` in a shell of its own after `prepare`, which can mount disks. */
  function inNamespace(prepare: string, ...args: readonly string[]): Ended {
    const script = `${prepare}; cd "$1"; shift; "$@"`;
    const [command, ...given] = [...NAMESPACE, script, 'sh', example.folder, process.execPath, CLI, ...args];
    const { status, stdout, stderr } = spawnSync(command, given, { encoding: 'utf8' });
    return { code: status, stdout, stderr };
  }

  /** Makes the folder one that nothing can be written to. */
  const readOnly = (): string =>
    `mount --bind '${example.folder}' '${example.folder}'; mount -o remount,bind,ro '${example.folder}'`;

  const FAILING: readonly (readonly [what: string, args: readonly string[]])[] = [
    ['nothing fills a placeholder, with --strict', ['--strict']],
    ['the driver fails', ['--driver', 'failing.Failing']],
    ['there is no such driver', ['--driver', 'no.such.Driver']],
  ];
  for (const [what, args] of FAILING) {
    it(`leaves the old file where ${what}`, () => {
      writeFileSync(
        at('failing.py'),
        'class Failing:\n    def getVIFConfiguration(self, i, n):\n        raise KeyError\n',
      );
      writeFileSync(at('802.1Qbh.vif.xml'), '<interface type="direct"><target dev="${nothing}"/></interface>');
      const { code, stdout } = vif(example.folder, 'render', '--output', 'out.xml', ...args);
      assert.deepEqual([code, stdout, text('out.xml')], [1, '', OLD]);
      assert.deepEqual(readdirSync(example.folder), [...before, 'failing.py'].sort());
    });
  }

  it('says that it leaves it', () => {
    writeFileSync(at('802.1Qbh.vif.xml'), '<interface type="direct"><target dev="${nothing}"/></interface>');
    const { stderr } = vif(example.folder, 'render', '--output', 'out.xml', '--strict');
    assert.match(stderr, /error: nothing fills 'nothing'[^]*^vif: out\.xml is not written, for the errors above\.$/m);
    assert.equal(vif(example.folder, 'render', '--output', 'out.xml').code, 0);
    assert.match(text('out.xml'), /\$\{nothing\}/);
  });

  it('leaves the old file on a full disk, and nothing beside it', function () {
    if (!hasNamespaces) skipWithout(this, ['unshare with user namespaces']);
    const disk = at('disk');
    mkdirSync(disk);
    const prepare = [
      `mount -t tmpfs -o size=16k tmpfs '${disk}'`,
      `cp '${at('out.xml')}' '${disk}'`,
      `head -c 65536 /dev/zero > '${disk}/ballast' 2>/dev/null || true`,
      `trap "cat '${disk}/out.xml'; ls '${disk}'" EXIT`,
    ].join('; ');
    const { code, stdout, stderr } = inNamespace(prepare, 'render', '--output', 'disk/out.xml');
    assert.equal(code, 2, stderr);
    assert.equal(stdout, `${OLD}ballast\nout.xml\n`);
    assert.match(stderr, /^vif: disk\/out\.xml is not written, and is as it was: ENOSPC: no space left on device/m);
  });

  it('says that a full device cannot be written to', function () {
    if (process.platform !== 'linux') this.skip();
    const { code, stderr } = vif(example.folder, 'render', '--output', '/dev/full');
    assert.equal(code, 2);
    assert.match(stderr, /^vif: \/dev\/full is not written.*ENOSPC/m);
  });

  it('leaves the old file in a folder that is read only', function () {
    if (!hasNamespaces) skipWithout(this, ['unshare with user namespaces']);
    const { code, stdout, stderr } = inNamespace(readOnly(), 'render', '--output', 'out.xml');
    assert.deepEqual([code, stdout, text('out.xml')], [2, '', OLD]);
    assert.match(stderr, /^vif: out\.xml is not written, and is as it was: EROFS: read-only file system/m);
    assert.deepEqual(readdirSync(example.folder), before);
  });

  it('needs to write nothing but that: checks and renders in a folder that is read only', function () {
    if (!hasNamespaces) skipWithout(this, ['unshare with user namespaces']);
    assert.equal(inNamespace(readOnly(), 'check').code, 0);
    const { code, stdout, stderr } = inNamespace(readOnly(), 'render');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^<interface type='direct'>/);
    assert.deepEqual(readdirSync(example.folder), before);
  });

  it('keeps the permissions of the file, and a symbolic link', function () {
    if (process.platform === 'win32') this.skip();
    chmodSync(at('out.xml'), 0o640);
    symlinkSync('out.xml', at('link.xml'));
    assert.equal(vif(example.folder, 'render', '--output', 'link.xml').code, 0);
    assert.equal(lstatSync(at('link.xml')).isSymbolicLink(), true);
    assert.equal(statSync(at('out.xml')).mode & 0o777, 0o640);
    assert.match(text('out.xml'), /eth5/);
  });
});
