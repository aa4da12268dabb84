import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RenderAnswer } from '../../../../server/src/wire/protocol';
import {
  applyQuickFix,
  discardEdits,
  open,
  problemAppears,
  problemGoes,
  replaceText,
  until,
  workspaceFile,
} from '../support';

const template = workspaceFile('cheetah/libvirt.xml.template');

async function lenses(): Promise<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', template, 100);
}

/** Runs the lens with this title over the line that holds a text, as a click does. */
async function runLens(title: string, over: string): Promise<RenderAnswer | undefined> {
  const document = await vscode.workspace.openTextDocument(template);
  let found: vscode.Command | undefined;
  await until(`the lens ${title} over ${over}`, async () => {
    const own = (await lenses()).filter(({ range }) => document.lineAt(range.start).text.includes(over));
    found = own.find(({ command }) => command?.title === title)?.command;
    return found !== undefined;
  });
  assert.ok(found);
  return vscode.commands.executeCommand(found.command, ...((found.arguments ?? []) as unknown[]));
}

describe("nova's own Cheetah file", () => {
  afterEach(discardEdits);

  it('is a VIF template', async () => {
    const document = await open(template);
    assert.equal(document.languageId, 'vif-template');
  });

  it('has a lens over each branch, and one at the top', async () => {
    const document = await open(template);
    await until('lenses', async () => (await lenses()).length >= 4);
    const shown = (await lenses()).map(
      ({ range, command }) => `${document.lineAt(range.start).text.trim()} ${command?.title ?? ''}`,
    );
    for (const wanted of [
      /^## .* Render the whole file$/,
      /^#if \$vif_type == '802\.1Qbh' Render$/,
      /^#else \d placeholders$/,
    ])
      assert.ok(
        shown.some((lens) => wanted.test(lens)),
        `${String(wanted)} in ${shown.join(' | ')}`,
      );
  });

  it('is mended where a condition has = for ==', async () => {
    const document = await open(template);
    await replaceText(document, document.getText().replace("$vif_type == '802", "$vif_type = '802"));
    await applyQuickFix(template, await problemAppears(template, 'cheetah.assignment-in-condition'), 'Write ==');
    await problemGoes(template, 'cheetah.assignment-in-condition');
    assert.match(document.getText(), /#if \$vif_type == '802\.1Qbh'/);
  });

  it('renders one branch, and the whole machine', async () => {
    await open(template);
    const branch = await runLens('Render', "#if $vif_type == '802.1Qbh'");
    assert.match(branch?.xml ?? '', /^\s*<interface type='direct'>[^]*front_dept[^]*back_dept/);
    assert.doesNotMatch(branch?.xml ?? '', /<domain/);
    const whole = await runLens('Render the whole file', '## The whole machine');
    assert.match(whole?.xml ?? '', /^<domain type='kvm'>[^]*front_dept[^]*back_dept[^]*<\/domain>/);
  });
});
