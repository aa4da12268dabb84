import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { Disk } from '../../../server/src/workspace/disk';
import { nodeDisk } from '../../../server/src/workspace/nodeDisk';
import { Workspace } from '../../../server/src/workspace/workspace';

const CONF = '[DEFAULT]\nlibvirt_vif_type = bridge\nlibvirt_vif_driver = qbh.Qbh\n';
const TEMPLATE = '<interface type="bridge"><source bridge="${missing}"/></interface>';
const DRIVER = (name: string): string =>
  `class ${name}:\n    output_keys = ['key']\n    def getVIFConfiguration(self, instance, network):\n        return {'key': 1}\n`;

describe('folders that are not as one would like them', function () {
  this.timeout(120_000);
  let top = '';
  const uri = (file: string): string => URI.file(path.join(top, file)).toString();
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(top, file)), { recursive: true });
    writeFileSync(path.join(top, file), text);
  };
  beforeEach(() => {
    top = mkdtempSync(path.join(realpathSync(tmpdir()), 'vif-hostile-'));
  });
  afterEach(() => {
    rmSync(top, { recursive: true });
  });

  async function workspace(disk: Disk = nodeDisk): Promise<Workspace> {
    const made = new Workspace(disk);
    await made.setRoots([uri('w')]);
    return made;
  }
  const codes = (made: Workspace, file: string): readonly string[] => made.problems(uri(file)).map(({ code }) => code);

  it('symbolic links that go round in circles: each file is found once', async () => {
    write('w/nova.conf', CONF);
    write('w/a/b/bridge.vif.xml', TEMPLATE);
    write('w/qbh.py', DRIVER('Qbh'));
    for (const [link, target] of [['w/loop', '.'], ['w/a/up', '../..'], ['w/a/b/self', 'self'], ['w/nova-a.conf', 'nova-b.conf'], ['w/nova-b.conf', 'nova-a.conf']] as const) symlinkSync(target, path.join(top, link)); // prettier-ignore
    const made = await workspace();
    assert.deepEqual([...made.checkedFiles()].sort(), [uri('w/a/b/bridge.vif.xml'), uri('w/nova.conf'), uri('w/qbh.py')]); // prettier-ignore
    assert.deepEqual(codes(made, 'w/a/b/bridge.vif.xml'), ['placeholder.not-provided']);
    assert.deepEqual(await made.driverNames(uri('w/nova.conf')), ['qbh.Qbh']);
  });

  it('files that vanish between listing and reading are not there', async () => {
    for (const name of ['nova.conf', 'nova-2.conf', 'bridge.vif.xml', 'qbh.py']) write(`w/${name}`, name === 'qbh.py' ? DRIVER('Qbh') : name.endsWith('.xml') ? TEMPLATE : CONF); // prettier-ignore
    const vanishing: Disk = {
      ...nodeDisk,
      find: async (folder, patterns, deep) => {
        const found = await nodeDisk.find(folder, patterns, deep);
        for (const name of ['nova-2.conf', 'bridge.vif.xml', 'qbh.py']) rmSync(path.join(top, 'w', name), { force: true }); // prettier-ignore
        return found;
      },
    };
    const made = await workspace(vanishing);
    assert.equal(made.template(uri('w/bridge.vif.xml')), undefined);
    assert.deepEqual(codes(made, 'w/nova.conf'), ['selection.driver-module-not-found']);
    for (const name of ['nova-2.conf', 'bridge.vif.xml', 'qbh.py']) assert.deepEqual(codes(made, `w/${name}`), []);
    assert.deepEqual(await made.driverNames(uri('w/nova.conf')), []);
  });

  it('a root that is not there, or is a file, holds nothing', async () => {
    assert.deepEqual([...(await workspace()).checkedFiles()], []);
    write('w', CONF);
    assert.deepEqual([...(await workspace()).checkedFiles()], []);
  });

  it('5,000 drivers: each is offered, and read once', async () => {
    write('w/nova.conf', CONF);
    const names = Array.from({ length: 5000 }, (_, index) => `driver_${index}`);
    for (const [index, name] of names.entries()) write(`w/d${index % 50}/${name}.py`, DRIVER('Qbh'));
    const reads = new Map<string, number>();
    const made = await workspace({
      ...nodeDisk,
      read: (file) => {
        reads.set(file, (reads.get(file) ?? 0) + 1);
        return nodeDisk.read(file);
      },
    });
    for (let asked = 0; asked < 2; asked++)
      assert.equal((await made.driverNames(uri('w/nova.conf'))).length, names.length);
    assert.equal(Math.max(...reads.values()), 1);
  });

  it('a template of 10 MB is checked, and finds its one fault', async () => {
    const line = '  <source bridge="${key}" mode="private"/>\n';
    const device = `<interface type="bridge">\n${line.repeat(2000)}</interface>\n`;
    const count = Math.ceil((10 * 1024 * 1024) / device.length);
    const templates = Array.from({ length: count }, (_, index) => `<template vif-type="t${index}">${device}</template>\n`); // prettier-ignore
    write('w/all.vif.xml', `<vif-templates>\n${templates.join('')}<template vif-type="x"><interface a=></interface></template></vif-templates>\n`); // prettier-ignore
    const made = await workspace();
    const view = made.template(uri('w/all.vif.xml'));
    assert.equal(view?.file.templates.length, count + 1);
    assert.deepEqual(view.file.problems.map(({ code }) => code), ['template.xml-syntax']); // prettier-ignore
  });

  it('a nova.conf of 100,000 lines selects as ever', async () => {
    const noise = Array.from({ length: 100_000 }, (_, index) => `# option ${index}\n`);
    write('w/nova.conf', `${noise.join('')}${CONF}`);
    write('w/qbh.py', DRIVER('Qbh'));
    write('w/bridge.vif.xml', TEMPLATE);
    const made = await workspace();
    assert.equal(made.conf(uri('w/nova.conf'))?.selection.driver?.value, 'qbh.Qbh');
    assert.deepEqual(codes(made, 'w/bridge.vif.xml'), ['placeholder.not-provided']);
  });
});
