import assert from 'node:assert/strict';
import type { Range, WorkspaceEdit } from 'vscode-languageserver/node';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const DRIVER = 'qbh_driver.py';

describe('renaming a key', () => {
  let client: Client;
  let example: ReturnType<typeof copyExample>;

  beforeEach(async () => {
    example = copyExample('802.1Qbh');
    client = await Client.start({ folder: example.folder });
    for (const file of [TEMPLATE, DRIVER, 'nova.conf']) await client.open(file);
  });

  afterEach(async () => {
    await client.stop();
    example.dispose();
  });

  /** The parameters of a request at the first place of `text` in a file. */
  function at(file: string, text: string): object {
    const document = client.document(file);
    return { textDocument: { uri: document.uri }, position: document.positionAt(document.getText().indexOf(text) + 1) };
  }

  it('says what is renamed', async () => {
    const answer = (await client.request('textDocument/prepareRename', at(TEMPLATE, 'source_device'))) as {
      readonly range: Range;
      readonly placeholder: string;
    };
    assert.equal(client.textAt(TEMPLATE, answer), 'source_device');
    assert.equal(answer.placeholder, 'source_device');
  });

  it('changes the driver and its template, and brings no problem about', async () => {
    const edit = (await client.request('textDocument/rename', {
      ...at(TEMPLATE, 'source_device'),
      newName: 'dev',
    })) as WorkspaceEdit;
    await client.apply(edit);
    await client.answered(TEMPLATE);
    assert.ok(client.document(TEMPLATE).getText().includes('<source dev=${dev} mode'));
    assert.ok(client.document(DRIVER).getText().includes("output_keys = ['dev', 'profile_name']"));
    assert.ok(client.document(DRIVER).getText().includes("'dev': required("));
    await client.codes(TEMPLATE, []);
    await client.codes(DRIVER, []);
  });

  it('refuses a compute key with its reason', async () => {
    await assert.rejects(client.request('textDocument/prepareRename', at(TEMPLATE, '${mac_address')), {
      message: "'mac_address' is a compute key: nova-compute fills it under this name.",
    });
  });

  it('offers nothing where no key is', async () => {
    assert.equal(await client.request('textDocument/prepareRename', at('nova.conf', 'libvirt_vif_type')), null);
    assert.equal(await client.request('textDocument/rename', { ...at(TEMPLATE, 'interface'), newName: 'x' }), null);
  });
});
