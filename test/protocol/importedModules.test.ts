import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const BASE = 'common/base.py';

const DRIVER = `from common.base import Base


class QbhDriver(Base):
    pass
`;

const base = (key: string): string => `class Base:
    def getVIFConfiguration(self, instance, network):
        return {'${key}': 'eth5', 'profile_name': 'enterprise'}
`;

describe('a driver whose base class lies in another file', () => {
  const { folder, dispose } = copyExample('802.1Qbh');
  mkdirSync(path.join(folder, 'common'));
  writeFileSync(path.join(folder, 'common/__init__.py'), '');
  writeFileSync(path.join(folder, BASE), base('source_device'));
  writeFileSync(path.join(folder, 'qbh_driver.py'), DRIVER);
  let client: Client;

  before(async () => {
    client = await Client.start({ folder });
    await client.open(TEMPLATE);
    await client.open(BASE);
  });

  after(async () => {
    await client.stop();
    dispose();
  });

  it('is read with it', async () => {
    await client.codes(TEMPLATE, []);
  });

  it('brings the template up to date when the base class is edited', async () => {
    await client.edit(BASE, 'source_device', 'device_name');
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    await client.edit(BASE, 'device_name', 'source_device');
    await client.codes(TEMPLATE, []);
  });
});

describe('a driver that its package passes on', () => {
  const { folder, dispose } = copyExample('802.1Qbh');
  const PACKAGE = 'drivers/__init__.py';
  const MIDDLE = 'drivers/all.py';
  const QBH = 'drivers/qbh.py';
  mkdirSync(path.join(folder, 'drivers'));
  for (const [file, text] of [
    ['nova.conf', '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = drivers.QbhDriver\n'],
    [PACKAGE, 'from .all import QbhDriver\n'],
    [MIDDLE, 'from drivers.qbh import QbhDriver\n'],
    [QBH, base('source_device').replace('Base', 'QbhDriver')],
  ] as const)
    writeFileSync(path.join(folder, file), text);
  let client: Client;

  before(async () => {
    client = await Client.start({ folder, trusted: true });
    for (const file of [TEMPLATE, 'nova.conf', MIDDLE, QBH]) await client.open(file);
  });

  after(async () => {
    await client.stop();
    dispose();
  });

  it('is read where it stands, and follows it', async () => {
    await client.codes(TEMPLATE, []);
    await client.edit(QBH, 'source_device', 'device_name');
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    await client.edit(QBH, 'device_name', 'source_device');
    await client.codes(TEMPLATE, []);
  });

  it('is lost and found as the modules between change', async () => {
    await client.edit(MIDDLE, 'import QbhDriver', 'import Other');
    await client.codes('nova.conf', ['selection.driver-class-not-found']);
    await client.edit(MIDDLE, 'import Other', 'import QbhDriver');
    await client.codes('nova.conf', []);
    await client.edit(QBH, 'class QbhDriver', 'class Other');
    await client.codes('nova.conf', ['selection.driver-class-not-found']);
    await client.edit(QBH, 'class Other', 'class QbhDriver');
    await client.codes('nova.conf', []);
  });

  it('is run as the name says, and a failure is shown where the class stands', async () => {
    const { xml } = await client.render({ uri: client.uri(TEMPLATE) });
    assert.match(xml ?? '', /<source dev='eth5'/);
    await client.edit(QBH, 'return {', 'network["nothing"]; return {');
    const { message } = await client.render({ uri: client.uri(TEMPLATE) });
    assert.match(message ?? '', /KeyError: 'nothing' \(raised in getVIFConfiguration, line 3\)/);
    await client.codes(QBH, ['driver.failed']);
  });
});
