import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  ask,
  discardEdits,
  open,
  placeOf,
  problemAppears,
  problemGoes,
  replaceText,
  until,
  workspaceFile,
} from '../support';

const TEMPLATE = 'proposal/802.1Qbh.vif.xml';
const CONF = 'proposal/nova.conf';

/** Waits until an action of a kind is offered at a place, and does it. */
async function doAction(document: vscode.TextDocument, place: string, kind: string, title: RegExp): Promise<void> {
  const range = new vscode.Range(placeOf(document, place), placeOf(document, place));
  const action = await until(String(title), async () => {
    const offered = await ask<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind);
    return offered.find((candidate) => title.test(candidate.title));
  });
  assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)), 'the action edits nothing');
}

describe('the code action', () => {
  afterEach(discardEdits);

  it('mends all at once, and leaves to the user what is a guess', async () => {
    const document = await open(workspaceFile(TEMPLATE));
    await replaceText(document, document.getText().replace("mode='private'", 'mode=private'));
    await problemAppears(document.uri, 'template.value-unquoted');
    await doAction(document, '|<interface', 'source.fixAll', /./);
    await problemGoes(document.uri, 'template.value-unquoted');
    assert.match(document.getText(), /dev=\$\{device_name\} mode='private'/);
  });

  it('turns a flag file into INI', async () => {
    const document = await open(workspaceFile(CONF));
    await doAction(document, '--libvirt|VIFType', 'refactor.rewrite', /INI/);
    assert.match(document.getText(), /^\[DEFAULT\]$/m);
    assert.match(document.getText(), /^libvirtVIFType = 802\.1Qbh$/m);
  });

  it('declares the keys that were only read', async () => {
    const document = await open(workspaceFile('proposal/proposal_driver.py'));
    await doAction(document, 'class Proposal|Driver', 'refactor.rewrite', /output_keys|output keys/);
    assert.match(document.getText(), /output_keys = \['source_device', 'profile_name'\]/);
  });

  it('makes the template that a VIF type lacks', async () => {
    const document = await open(workspaceFile('bridge/nova.conf'));
    await replaceText(document, document.getText().replace(/(libvirt_vif_type *= *)bridge/, '$1ethernet'));
    await problemAppears(document.uri, 'selection.vif-type-unknown');
    await doAction(document, 'ether|net', 'quickfix', /template/i);
    const made = workspaceFile('bridge/ethernet.vif.xml');
    await problemGoes(document.uri, 'selection.vif-type-unknown');
    assert.match((await vscode.workspace.openTextDocument(made)).getText(), /<interface type=['"]ethernet['"]/);
    await vscode.workspace.fs.delete(made).then(undefined, () => undefined);
  });
});
