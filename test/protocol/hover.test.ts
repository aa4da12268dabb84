import assert from 'node:assert/strict';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const DRIVER = 'qbh_driver.py';
const CONF = 'nova.conf';

/** A place in the example, the text that the hover covers, and what it says first. */
const HOVERS: readonly (readonly [file: string, at: string, covered: string, title: string])[] = [
  [TEMPLATE, 'source_device', 'source_device', '**Placeholder `source_device`** of the VIF type `802.1Qbh`'],
  [TEMPLATE, '${mac_address}', 'mac_address', '**Placeholder `mac_address`** of the VIF type `802.1Qbh`'],
  [TEMPLATE, 'interface type', 'interface', '**VIF type `802.1Qbh`**'],
  [CONF, '802.1Qbh\n', '802.1Qbh', '**VIF type `802.1Qbh`**'],
  [CONF, 'qbh_driver.QbhDriver\n', 'qbh_driver.QbhDriver', '**Driver `qbh_driver.QbhDriver`**'],
  [CONF, 'libvirt_type', 'libvirt_type', '**Option `libvirt_type`** in `[DEFAULT]`'],
  [DRIVER, 'QbhDriver', 'QbhDriver', '**Driver `QbhDriver`**'],
  [DRIVER, 'source_device', 'source_device', '**Output key `source_device`** of the driver `QbhDriver`'],
];

describe('a hover', () => {
  let client: Client;
  let example: ReturnType<typeof copyExample>;

  before(async () => {
    example = copyExample('802.1Qbh');
    client = await Client.start({ folder: example.folder, trusted: true });
    for (const file of [TEMPLATE, DRIVER, CONF]) await client.open(file);
  });

  after(async () => {
    await client.stop();
    example.dispose();
  });

  async function hover(file: string, text: string): Promise<Hover | null> {
    const document = client.document(file);
    const position = document.positionAt(document.getText().indexOf(text) + 1);
    return (await client.request('textDocument/hover', {
      textDocument: { uri: document.uri },
      position,
    })) as Hover | null;
  }

  function textOf(found: Hover | null): string {
    return (found?.contents as MarkupContent | undefined)?.value ?? '';
  }

  for (const [file, at, covered, title] of HOVERS)
    it(`tells of ${covered} in ${file}`, async () => {
      const found = await hover(file, at);
      assert.ok(found?.range);
      assert.equal(client.textAt(file, { range: found.range }), covered);
      assert.equal(textOf(found).split('\n')[0], title);
    });

  it('says nothing where nothing is', async () => {
    assert.equal(await hover(TEMPLATE, "The proposal's template"), null);
  });

  it('shows the value of the last rendering', async () => {
    await client.render({ uri: client.uri(TEMPLATE) });
    assert.match(textOf(await hover(TEMPLATE, 'source_device')), /In the last rendering: `\w+`$/);
  });
});
