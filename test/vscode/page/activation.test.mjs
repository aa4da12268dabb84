import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { ACTIVATION } from '../harness/paths.mjs';
import { openFile, runCommand, settle, useVSCode } from './support.mjs';

/** The extensions that run, as VS Code lists them. */
async function runningExtensions(page) {
  await runCommand(page, 'Developer: Show Running Extensions');
  const list = page.locator('.runtime-extensions-editor');
  await list.locator('.extension').first().waitFor();
  return list;
}

/** A folder beside which the examples are, with files that other people have. */
function foreignFolder(examples) {
  const folder = path.join(examples, 'foreign');
  mkdirSync(folder);
  for (const [name, text] of [
    ['script.py', 'print("hello")\n'],
    ['page.xml', '<page/>\n'],
    ['httpd.conf', 'Listen 80\n'],
  ])
    writeFileSync(path.join(folder, name), text);
  return folder;
}

/** How many windows are asked: what else the machine does tells little of another one. The first keeps the compiled code for the others. */
const WINDOWS = 3;

/** What VS Code tells of the activation, in ms: loading the code, and the call of `activate` until it returns. */
async function activationTime(page) {
  const running = await runningExtensions(page);
  const row = running.locator('.extension', { hasText: 'OpenStack VIF' });
  const told = await row.locator('.activation-time').textContent();
  const [, time] = /Activation: (\d+)ms/.exec(told) ?? [];
  assert.ok(time, told);
  return Number(time);
}

describe('a person whose folder holds none of our files', () => {
  const vscode = useVSCode({ folder: foreignFolder });

  it('runs nothing of the extension', async () => {
    const { page } = vscode;
    for (const file of ['script.py', 'page.xml', 'httpd.conf']) await openFile(page, file);
    const running = await runningExtensions(page);
    assert.equal(await running.locator('.extension', { hasText: 'OpenStack VIF' }).count(), 0);
  });

  it('can see in VS Code what the extension costs once a template is there', async function () {
    this.timeout(180_000);
    const { page, workspace } = vscode;
    const template = path.join(workspace, 'first.vif.xml');
    const times = [];
    while (times.length < WINDOWS) {
      if (times.length > 0) await page.reload();
      await openFile(page, 'script.py');
      // The window has started by then, and the machine is at rest.
      await settle(page);
      writeFileSync(template, '<template vif_type="bridge"><interface/></template>\n');
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'first.vif.xml' }).dblclick();
      await page.locator('.squiggly-error').waitFor({ state: 'attached' });
      times.push(await activationTime(page));
      await runCommand(page, 'View: Close All Editors');
      rmSync(template);
    }
    // `npm run bench` tells it.
    mkdirSync(path.dirname(ACTIVATION), { recursive: true });
    writeFileSync(ACTIVATION, JSON.stringify({ times }));
  });
});
