import { deepEqual, equal } from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client, type ClientOptions } from './client';
import { copyExample } from './workspaceFolder';

const CONF = 'nova.conf';
const TEMPLATE = '802.1Qbh.vif.xml';

/** Two folders of a workspace, each with a nova.conf, a template and a driver. */
describe('a workspace with two folders', () => {
  const qbh = copyExample('802.1Qbh');
  const bridge = copyExample('bridge');
  const inBridge = (file: string): string => path.join(bridge.folder, file);
  let client: Client | undefined;

  async function start(options: Partial<ClientOptions> = {}): Promise<Client> {
    client = await Client.start({ folder: qbh.folder, otherFolders: [bridge.folder], ...options });
    return client;
  }

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  after(() => {
    qbh.dispose();
    bridge.dispose();
  });

  it('checks each template with the nova.conf of its own folder', async () => {
    const started = await start();
    await started.open(inBridge('bridge.vif.xml'));
    await started.codes(inBridge('bridge.vif.xml'), []);
    await started.edit(inBridge('bridge.vif.xml'), '${mac_address}', '${nothing}');
    await started.codes(inBridge('bridge.vif.xml'), ['placeholder.not-provided']);
    await started.open(TEMPLATE);
    await started.codes(TEMPLATE, []);
  });

  it('tells for each file what its own nova.conf selects', async () => {
    const started = await start();
    const selected = async (file: string): Promise<unknown> =>
      ((await started.request('openstackVif/selection', { uri: started.uri(file) })) as { vifType: string }).vifType;
    equal(await selected(TEMPLATE), '802.1Qbh');
    equal(await selected(inBridge('bridge.vif.xml')), 'bridge');
  });

  it('takes settings from folder to folder', async () => {
    const started = await start({
      folderConfiguration: { [bridge.folder]: { computeKeys: [] } },
    });
    await started.open(inBridge('bridge.vif.xml'));
    await started.open(TEMPLATE);
    await started.codes(inBridge('bridge.vif.xml'), ['placeholder.not-provided']);
    await started.codes(TEMPLATE, []);
  });
});

describe('choosing another nova.conf', () => {
  const { folder, dispose } = copyExample('802.1Qbh');
  const other = path.join(folder, 'other');
  cpSync(path.join(folder, CONF), path.join(other, CONF), { recursive: true });
  writeFileSync(
    path.join(other, CONF),
    '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = nowhere.near.Driver\n',
  );
  let client: Client;

  before(async () => {
    client = await Client.start({ folder });
    await client.open(TEMPLATE);
  });

  after(async () => {
    await client.stop();
    dispose();
  });

  async function selection(): Promise<Record<string, unknown>> {
    return (await client.request('openstackVif/selection', { uri: client.uri(TEMPLATE) })) as Record<string, unknown>;
  }

  it('names the nova.conf in force and all that could be chosen', async () => {
    const { conf, confs, chosen, vifType } = await selection();
    equal(conf, client.uri(CONF));
    deepEqual(confs, [client.uri(CONF), client.uri('other/nova.conf')]);
    equal(chosen, false);
    equal(vifType, '802.1Qbh');
  });

  it('lets the chosen one govern the templates, until the nearest is chosen again', async () => {
    await client.edit(TEMPLATE, '${mac_address}', '${nothing}');
    await client.codes(TEMPLATE, ['placeholder.not-provided']);

    await client.notify('openstackVif/chooseConf', { uri: client.uri(TEMPLATE), conf: client.uri('other/nova.conf') });
    await client.codes(TEMPLATE, []);
    equal((await selection()).driver, 'nowhere.near.Driver');
    equal((await selection()).chosen, true);

    await client.notify('openstackVif/chooseConf', { uri: client.uri(''), conf: null });
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    equal((await selection()).chosen, false);
  });

  it('says nothing of a file that is none of ours', async () => {
    equal(await client.request('openstackVif/selection', { uri: client.uri('notes.txt') }), null);
  });
});
