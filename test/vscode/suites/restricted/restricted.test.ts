import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  applyQuickFix,
  ask,
  discardEdits,
  open,
  placeOf,
  problemAppears,
  replaceText,
  until,
  workspaceFile,
} from '../support';

const example = (file: string): vscode.Uri => workspaceFile(`802.1Qbh/${file}`);

describe('restricted mode', () => {
  afterEach(discardEdits);

  it('is what this window is in', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('checks and mends as ever: that only reads', async () => {
    const template = workspaceFile('proposal/802.1Qbh.vif.xml');
    const document = await open(template);
    const problem = await problemAppears(template, 'placeholder.not-provided');
    await applyQuickFix(template, problem, "Rename the placeholder to 'source_device'");
    assert.match(document.getText(), /dev=\$\{source_device\}/);
  });

  it("checks Nova's own template as ever", async () => {
    const template = workspaceFile('cheetah/libvirt.xml.template');
    const document = await open(template);
    await replaceText(document, document.getText().replace('${nic.profile_name}', '${nic.profile}'));
    await problemAppears(template, 'placeholder.not-provided');
  });

  it('asks for no port, and opens no request', async () => {
    const document = await open(example('802.1Qbh.vif.xml'));
    await vscode.commands.executeCommand('openstackVif.fetchPort');
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('runs no driver, and opens no pane', async () => {
    const mark = example('mark').fsPath;
    const driver = example('qbh_driver.py').fsPath;
    writeFileSync(driver, `open(${JSON.stringify(mark)}, 'w')\n${readFileSync(driver, 'utf8')}`);
    await open(example('802.1Qbh.vif.xml'));
    assert.equal(await vscode.commands.executeCommand('openstackVif.render'), undefined);
    const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
    assert.ok(!inputs.some((input) => input instanceof vscode.TabInputText && input.uri.scheme === 'openstack-vif'));
    assert.equal(existsSync(mark), false);
  });

  it('answers from reading alone: hover, completion and definition work as ever', async () => {
    const document = await open(workspaceFile('802.1Qbh/802.1Qbh.vif.xml'));
    const place = placeOf(document, '${sour|ce_device}');
    await until(
      'a hover',
      async () => (await ask<unknown[]>('vscode.executeHoverProvider', document.uri, place)).length > 0,
    );
    const found = await ask<unknown[]>('vscode.executeDefinitionProvider', document.uri, place);
    assert.ok(found.length > 0);
    const { items } = await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, place);
    assert.ok(items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'source_device'));
  });
});
