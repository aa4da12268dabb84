import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { discardEdits, open, replaceText, until, workspaceFile } from '../support';

const template = workspaceFile('802.1Qbh/802.1Qbh.vif.xml');

/** The comparison that is open, as the paths of its two sides. */
function comparison(): vscode.TabInputTextDiff | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? input : undefined;
}

function textOf(uri: vscode.Uri): string {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText() ?? '';
}

describe('comparing', () => {
  afterEach(discardEdits);

  it('shows a template against what it gives', async () => {
    await open(template);
    await vscode.commands.executeCommand('openstackVif.compareWithTemplate');
    const { original, modified } = await until('the comparison', comparison);
    assert.equal(original.toString(), template.toString());
    await until('the rendering', () => textOf(modified).includes("dev='eth5'"));
  });

  it('shows a rendering as it was when it was asked for against what an edit made of it', async () => {
    const document = await open(template);
    await vscode.commands.executeCommand('openstackVif.render');
    const pane = await until('the pane', () =>
      vscode.window.visibleTextEditors.find(({ document: { uri } }) => uri.scheme === 'openstack-vif'),
    );
    await vscode.commands.executeCommand('openstackVif.compareWithEarlier', pane.document.uri);
    const { original, modified } = await until('the comparison', comparison);
    await replaceText(document, document.getText().replace("mode='private'", "mode='vepa'"));
    await until('the edit in the rendering', () => textOf(modified).includes("mode='vepa'"));
    assert.match(textOf(original), /mode='private'/);
  });
});
