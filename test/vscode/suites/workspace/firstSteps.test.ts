import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RenderAnswer } from '../../../../server/src/wire/protocol';
import { applyQuickFix, ask, problemAppears, problemGoes, textOnDisk } from '../support';

const FAULT = 'placeholder.not-provided';

describe('the first steps', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'first steps é '));
  const folder = path.join(place, 'openstack-vif-example');
  const openExample = (where: string): Promise<vscode.Uri | undefined> =>
    ask('openstackVif.openExample', vscode.Uri.file(where));

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(place, { recursive: true, force: true });
  });

  it('open a copy of the example, whose fault is mended and whose interface XML is rendered', async () => {
    const template = await openExample(place);
    assert.ok(template);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), template.toString());
    assert.deepEqual(readdirSync(folder).sort(), ['802.1Qbh.vif.xml', 'nova.conf', 'proposal_driver.py']);
    const fault = await problemAppears(template, FAULT);
    await applyQuickFix(template, fault, "Rename the placeholder to 'source_device'");
    await problemGoes(template, FAULT);
    const answer = await ask<RenderAnswer | undefined>('openstackVif.render');
    assert.match(answer?.xml ?? '', /<source dev='eth5' mode='private' \/>/);
    await (await vscode.workspace.openTextDocument(template)).save();
  });

  it('open what was made of the example earlier as it is', async () => {
    const before = await textOnDisk(vscode.Uri.file(path.join(folder, '802.1Qbh.vif.xml')));
    assert.match(before, /\$\{source_device\}/);
    const template = await openExample(place);
    assert.ok(template);
    assert.equal(await textOnDisk(template), before);
  });

  it('write nothing into a folder of the same name that holds something else', async () => {
    const other = path.join(place, 'other');
    const file = path.join(other, 'openstack-vif-example/nova.conf');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '[DEFAULT]\n');
    assert.equal(await openExample(other), undefined);
    assert.deepEqual(readdirSync(path.dirname(file)), ['nova.conf']);
    assert.equal(readFileSync(file, 'utf8'), '[DEFAULT]\n');
  });

  it('render the only template in sight where the walkthrough has the focus', async () => {
    const template = await openExample(place);
    assert.ok(template);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      { category: 'openstack-vif.openstack-vif#firstSteps', step: 'render' },
      false,
    );
    await openExample(place);
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    const answer = await ask<RenderAnswer | undefined>('openstackVif.render');
    assert.match(answer?.xml ?? '', /eth5/);
  });
});
