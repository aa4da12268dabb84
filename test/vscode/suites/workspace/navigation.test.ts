import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, discardEdits, open, placeOf, textAt, until, workspaceFile } from '../support';

const TEMPLATE = '802.1Qbh/802.1Qbh.vif.xml';
const DRIVER = '802.1Qbh/qbh_driver.py';
const CONF = '802.1Qbh/nova.conf';

type Targets = readonly (vscode.Location | vscode.LocationLink)[];

function toLocation(target: vscode.Location | vscode.LocationLink): vscode.Location {
  if (target instanceof vscode.Location) return target;
  return new vscode.Location(target.targetUri, target.targetSelectionRange ?? target.targetRange);
}

/** Where VS Code goes from a place: each as its file and the text there. */
async function goTo(command: string, file: string, place: string): Promise<readonly string[]> {
  const document = await open(workspaceFile(file));
  const found = await ask<Targets>(command, document.uri, placeOf(document, place));
  return Promise.all(found.map((target) => textAt(toLocation(target))));
}

async function hoverText(file: string, place: string): Promise<string> {
  const document = await open(workspaceFile(file));
  const hovers = await until('a hover', async () => {
    const found = await ask<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, place));
    return found.length > 0 && found;
  });
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
}

describe('going from place to place', () => {
  afterEach(discardEdits);

  const definitions = [
    [TEMPLATE, 'dev=${sour|ce_device}', 'qbh_driver.py: source_device'],
    [CONF, 'libvirt_vif_driver = qbh_driver.Qbh|Driver', 'qbh_driver.py: QbhDriver'],
    [CONF, 'libvirt_vif_type = 802|.1Qbh', '802.1Qbh.vif.xml'],
  ] as const;
  for (const [file, place, expected] of definitions) {
    it(`goes to the definition of ${place}`, async () => {
      const found = await goTo('vscode.executeDefinitionProvider', file, place);
      assert.ok(
        found.some((target) => target.startsWith(expected)),
        found.join('\n'),
      );
    });
  }

  it('finds every use of a key, in the driver and in the template', async () => {
    const found = await goTo('vscode.executeReferenceProvider', DRIVER, "output_keys = ['sour|ce_device'");
    assert.ok(found.includes('802.1Qbh.vif.xml: source_device'), found.join('\n'));
  });

  it('highlights a placeholder', async () => {
    const document = await open(workspaceFile(TEMPLATE));
    const place = placeOf(document, '${sour|ce_device}');
    const found = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, place);
    assert.deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['source_device'],
    );
  });

  it('says in a hover who provides a placeholder', async () => {
    assert.match(await hoverText(TEMPLATE, '${sour|ce_device}'), /QbhDriver/);
    assert.match(await hoverText(TEMPLATE, '${mac_|address}'), /nova-compute/);
    assert.match(await hoverText(CONF, 'libvirt_vif_|type'), /VIF/);
  });
});

describe('renaming a key', () => {
  afterEach(discardEdits);

  it('renames it in the template and in the driver', async () => {
    const document = await open(workspaceFile(TEMPLATE));
    const edit = await ask<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      placeOf(document, '${sour|ce_device}'),
      'host_device',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(document.getText().includes('dev=${host_device}'));
    const driver = (await open(workspaceFile(DRIVER))).getText();
    assert.ok(driver.includes("output_keys = ['host_device', 'profile_name']"), driver);
    assert.ok(driver.includes("'host_device': required(network, 'device'"), driver);
  });
});
