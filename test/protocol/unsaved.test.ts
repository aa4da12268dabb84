import assert from 'node:assert/strict';
import { Client, until } from './client';
import { copyExample } from './workspaceFolder';

describe('a new file that was never saved', () => {
  const example = copyExample('bridge');
  let client: Client;
  beforeEach(async () => {
    client = await Client.start({ folder: example.folder });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
  });
  after(() => {
    example.dispose();
  });

  const open = async (uri: string, languageId: string, text: string): Promise<void> => {
    await client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  };
  const codes = (uri: string): Promise<readonly unknown[]> =>
    until(`the diagnostics of ${uri}`, () =>
      client.published.findLast((sent) => sent.uri === uri)?.diagnostics.map(({ code }) => code),
    );

  it('lies in no folder: nothing is said of the driver and the templates that may be beside it one day', async () => {
    await open(
      'untitled:Untitled-1',
      'vif-template',
      "<interface type='user'><mac address='${mac_address}'/></interface>",
    );
    const text = '[DEFAULT]\nlibvirt_vif_type = bridge\nlibvirt_vif_driver = drivers.bridge.BridgeDriver\n';
    await open('untitled:Untitled-2', 'nova-conf', text);
    assert.deepEqual(await codes('untitled:Untitled-2'), []);
    assert.deepEqual(await codes('untitled:Untitled-1'), []);
  });

  it('is read like any other: faults of its text are shown', async () => {
    await open(
      'untitled:Untitled-1',
      'vif-template',
      "<interface type='user'><mac address='${mac_address'/></interface>",
    );
    assert.deepEqual(await codes('untitled:Untitled-1'), ['placeholder.malformed']);
  });
});
