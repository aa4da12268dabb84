import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { discardEdits, open, until, workspaceFile } from '../support';

const template = workspaceFile('802.1Qbh/802.1Qbh.vif.xml');

describe('New Request from This Template', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await discardEdits();
  });

  it('opens a request that is not saved, under a name that no file has', async () => {
    const folder = path.dirname(template.fsPath);
    const before = await readdir(folder);
    await open(template);
    await vscode.commands.executeCommand('openstackVif.newRequest');
    const document = await until('the request', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.uri.scheme === 'untitled' && active.getText() !== '' ? active : undefined;
    });
    assert.equal(path.basename(document.uri.path), '802.1Qbh.vif-request.json');
    const { network } = JSON.parse(document.getText()) as { network: Record<string, unknown> };
    assert.equal(network.type, '802.1Qbh');
    assert.deepEqual(await readdir(folder), before);
  });
});
