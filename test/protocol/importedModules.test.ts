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
