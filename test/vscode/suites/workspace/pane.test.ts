import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edit, panes, paneShows, render } from '../panes';
import { discardEdits, open, until, workspaceFile } from '../support';

const template = workspaceFile('802.1Qbh/802.1Qbh.vif.xml');

/** Much more than a window shows at a time. */
const LINES = Array.from({ length: 300 }, (_, index) => `  <!-- line ${index} -->`);

/** The editors of panes that are in sight. */
function editors(): readonly vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter(({ document }) => document.uri.scheme === 'openstack-vif');
}

async function onlyEditor(): Promise<vscode.TextEditor> {
  return until('one pane in sight', () => (editors().length === 1 ? editors()[0] : undefined));
}

/** The first line in sight. */
function topOf(editor: vscode.TextEditor): number {
  return editor.visibleRanges[0]?.start.line ?? -1;
}

/** Opens the template with the lines in it, and its pane. */
async function renderLong(): Promise<vscode.TextEditor> {
  await open(template);
  await edit(template, '</interface>', `${LINES.join('\n')}\n</interface>`);
  await render();
  await paneShows(/line 299/);
  return onlyEditor();
}

describe('the pane of a rendering', () => {
  afterEach(discardEdits);

  it('stays where one has scrolled to while the template is edited, and when the driver is run again', async () => {
    const editor = await renderLong();
    editor.revealRange(new vscode.Range(150, 0, 150, 0), vscode.TextEditorRevealType.AtTop);
    await until('the lines in sight', () => topOf(editor) > 100);
    const top = topOf(editor);
    await edit(template, 'line 160 ', 'edited 160 ');
    await paneShows(/edited 160 /);
    assert.equal(topOf(editor), top);
    await edit(template, '  <!-- line 290 -->\n', '');
    await paneShows(/line 289 -->\n {2}<!-- line 291/);
    assert.equal(topOf(editor), top);
    await render();
    await edit(template, 'line 170 ', 'edited 170 ');
    await paneShows(/edited 170 /);
    assert.equal(await onlyEditor(), editor);
    assert.equal(topOf(editor), top);
  });

  it('is split, and closed in one half, and follows the template in each', async () => {
    await open(template);
    await render();
    const pane = await onlyEditor();
    await vscode.window.showTextDocument(pane.document, pane.viewColumn);
    await vscode.commands.executeCommand('workbench.action.splitEditorDown');
    await until('two halves', () => panes().length === 2);
    await edit(template, "'private'", "'vepa'");
    await paneShows(/mode='vepa'/);
    await until(
      'the edit in both',
      () => editors().length === 2 && editors().every(({ document }) => document.getText().includes("'vepa'")),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('one half', () => panes().length === 1);
    await edit(template, "'vepa'", "'bridge'");
    await paneShows(/mode='bridge'/);
  });

  it('is moved to other groups, and follows the template there', async () => {
    await open(template);
    await render();
    const pane = await onlyEditor();
    await vscode.window.showTextDocument(pane.document, pane.viewColumn);
    for (const [move, mode] of [
      ['moveEditorToPreviousGroup', 'vepa'],
      ['moveEditorToNextGroup', 'bridge'],
      ['moveEditorToBelowGroup', 'passthrough'],
    ] as const) {
      await vscode.commands.executeCommand(`workbench.action.${move}`);
      await edit(template, /mode='\w+'/, `mode='${mode}'`);
      await paneShows(new RegExp(`mode='${mode}'`));
      assert.equal(panes().length, 1);
    }
  });

  it('is rendered again in the group that it was moved to', async () => {
    await open(template);
    await render();
    const pane = await onlyEditor();
    await vscode.window.showTextDocument(pane.document, pane.viewColumn);
    await vscode.commands.executeCommand('workbench.action.moveEditorToNextGroup');
    const { viewColumn } = await onlyEditor();
    await open(template);
    await render();
    assert.equal((await onlyEditor()).viewColumn, viewColumn);
    assert.equal(panes().length, 1);
  });
});
