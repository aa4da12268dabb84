import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CompletionItem, CompletionList, Location } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

const ROOT = path.join(__dirname, '../..');
const CONF = 'nova.conf';

describe('a driver that ships', () => {
  let example: ReturnType<typeof copyExample>;
  let client: Client;

  before(async () => {
    example = copyExample('nova');
    const template = path.join(ROOT, 'templates/nova.vif.xml');
    writeFileSync(
      path.join(example.folder, CONF),
      `[DEFAULT]\nlibvirt_xml_template = ${template}\nlibvirt_vif_driver = NovaVifDriver\n`,
    );
    client = await Client.start({ folder: example.folder, trusted: true });
    await client.open(CONF);
  });

  after(async () => {
    await client.stop();
    example.dispose();
  });

  /** The parameters of a request at its name in nova.conf. */
  function atName(): object {
    const document = client.document(CONF);
    return { textDocument: { uri: document.uri }, position: document.positionAt(document.getText().indexOf('Nova')) };
  }

  it('is offered by its bare name', async () => {
    const answer = (await client.request('textDocument/completion', atName())) as CompletionList | CompletionItem[];
    const labels = ('items' in answer ? answer.items : answer).map(({ label }) => label);
    assert.ok(labels.includes('NovaVifDriver'), labels.join(', '));
  });

  it('is where the definition of its name leads', async () => {
    const [location] = (await client.request('textDocument/definition', atName())) as Location[];
    assert.equal(location?.uri, URI.file(path.join(ROOT, 'drivers/nova_vif_driver.py')).toString());
  });

  it('gives no problem, though the VIF type stands in the request', async () => {
    await client.codes(CONF, []);
  });

  it("fills the templates of today's Nova, with the request beside nova.conf", async () => {
    const { xml, vifType, driver } = await client.render({ uri: client.uri(CONF) });
    assert.deepEqual([vifType, driver], ['ovs', 'NovaVifDriver']);
    assert.match(xml ?? '', /^<interface type='bridge'>[^]*<parameters interfaceid='09b11c53-[^]*<\/interface>$/);
  });
});
