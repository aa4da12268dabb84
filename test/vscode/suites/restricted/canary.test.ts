import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { makeCanaryWorkspace, type CanaryWorkspace } from '../../../canary/canaryWorkspace';
import { discardEdits, open, problemAppears, replaceText, until, workspaceFile } from '../support';

/** Every language feature that VS Code can be asked for, with what it is asked. */
const FEATURES: Readonly<Record<string, (uri: vscode.Uri, at: vscode.Position, all: vscode.Range) => unknown[]>> = {
  'vscode.executeHoverProvider': (uri, at) => [uri, at],
  'vscode.executeCompletionItemProvider': (uri, at) => [uri, at, undefined, 20],
  'vscode.executeDefinitionProvider': (uri, at) => [uri, at],
  'vscode.executeReferenceProvider': (uri, at) => [uri, at],
  'vscode.executeDocumentHighlights': (uri, at) => [uri, at],
  'vscode.prepareRename': (uri, at) => [uri, at],
  'vscode.executeDocumentRenameProvider': (uri, at) => [uri, at, 'other_name'],
  'vscode.executeSignatureHelpProvider': (uri, at) => [uri, at],
  'vscode.executeSelectionRangeProvider': (uri, at) => [uri, [at]],
  'vscode.executeDocumentSymbolProvider': (uri) => [uri],
  'vscode.executeFoldingRangeProvider': (uri) => [uri],
  'vscode.executeLinkProvider': (uri) => [uri, 100],
  'vscode.executeCodeLensProvider': (uri) => [uri, 100],
  'vscode.provideDocumentSemanticTokens': (uri) => [uri],
  'vscode.executeInlayHintProvider': (uri, _, all) => [uri, all],
  'vscode.executeCodeActionProvider': (uri, _, all) => [uri, all, undefined, 100],
  'vscode.executeFormatDocumentProvider': (uri) => [uri, { tabSize: 2, insertSpaces: true }],
  'vscode.executeFormatRangeProvider': (uri, _, all) => [uri, all, { tabSize: 2, insertSpaces: true }],
};

const FILES = ['in-python/nova.conf', 'in-python/bridge.vif.xml', 'in-python/vif-request.json', 'in-javascript/nova.conf', 'in-javascript/bridge.vif.xml', 'in-cheetah/nova.conf', 'in-cheetah/libvirt.xml.template', 'in-flags/nova.conf', 'drivers/canary.py', 'in-python/drivers/canary.py', 'in-javascript/canary_js.cjs', 'sitecustomize.py']; // prettier-ignore

/** Commands that ask for a folder of the machine, in a window of the system that no test can close. */
const ASKS_FOR_FOLDER = ['openstackVif.openExample'];

function ownCommands(): readonly string[] {
  const manifest = vscode.extensions.getExtension('openstack-vif.openstack-vif')?.packageJSON as {
    contributes: { commands: readonly { command: string }[] };
  };
  return manifest.contributes.commands.map(({ command }) => command);
}

describe('a workspace that would leave marks, in restricted mode', () => {
  let canary: CanaryWorkspace;
  let marks = '';
  const file = (name: string): vscode.Uri => workspaceFile(`canary/${name}`);

  before(() => {
    marks = mkdtempSync(path.join(tmpdir(), 'vif-marks-'));
    canary = makeCanaryWorkspace(workspaceFile('canary').fsPath, marks);
    // The settings of the folder that is open are those that count.
    cpSync(file('.vscode').fsPath, workspaceFile('.vscode').fsPath, { recursive: true });
  });
  after(async () => {
    await discardEdits();
    rmSync(marks, { recursive: true });
    for (const each of ['canary', '.vscode']) rmSync(workspaceFile(each).fsPath, { recursive: true });
  });

  it('has its settings read by VS Code, which keeps back those that name programs', async () => {
    const settings = vscode.workspace.getConfiguration('openstackVif');
    await until('the settings of the workspace', () => vscode.workspace.getConfiguration('python').has('pythonPath'));
    assert.equal(settings.get('pythonPath'), '');
  });

  it('leaves none while its files are opened, edited and asked everything', async function () {
    this.timeout(120_000);
    for (const name of FILES) {
      const document = await open(file(name));
      const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
      const places = [0.2, 0.5, 0.8].map((share) => document.positionAt(Math.floor(document.getText().length * share)));
      for (const [command, argumentsFor] of Object.entries(FEATURES))
        for (const place of places)
          // VS Code throws where nobody offers the feature.
          await Promise.resolve(vscode.commands.executeCommand(command, ...argumentsFor(document.uri, place, all))).catch(() => undefined); // prettier-ignore
      await replaceText(document, `${document.getText()}\n`);
    }
    await problemAppears(file('in-python/bridge.vif.xml'), 'placeholder.not-provided');
    assert.deepEqual(canary.marks(), []);
  });

  it('leaves none whatever command of ours is called', async function () {
    this.timeout(120_000);
    const commands = ownCommands().filter((command) => !ASKS_FOR_FOLDER.includes(command));
    assert.ok(commands.includes('openstackVif.render'));
    await open(file('in-python/bridge.vif.xml'));
    for (const command of commands) {
      // One that asks something waits for its answer, which is none.
      void Promise.resolve(vscode.commands.executeCommand(command)).catch(() => undefined);
      await sleep(300);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    }
    assert.deepEqual(canary.marks(), []);
  });
});
