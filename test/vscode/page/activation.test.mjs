import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { ACTIVATION } from '../harness/paths.mjs';
import { openFile, runCommand, useVSCode } from './support.mjs';

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

describe('a person whose folder holds none of our files', () => {
  const vscode = useVSCode({ folder: foreignFolder });

  it('runs nothing of the extension', async () => {
    const { page } = vscode;
    for (const file of ['script.py', 'page.xml', 'httpd.conf']) await openFile(page, file);
    const running = await runningExtensions(page);
    assert.equal(await running.locator('.extension', { hasText: 'OpenStack VIF' }).count(), 0);
  });
});

describe('a person whose folder holds a template', () => {
  const vscode = useVSCode();

  it('can see in VS Code what the extension costs when it is loaded', async () => {
    const { page } = vscode;
    await openFile(page, 'proposal/802.1Qbh.vif.xml');
    await page.locator('.squiggly-error').waitFor({ state: 'attached' });
    const running = await runningExtensions(page);
    const told = await running
      .locator('.extension', { hasText: 'OpenStack VIF' })
      .locator('.activation-time')
      .textContent();
    const [, time] = /Activation: (\d+)ms/.exec(told) ?? [];
    assert.ok(time, told);
    // `npm run bench` tells it: loading the code, and the call of `activate` until it returns.
    mkdirSync(path.dirname(ACTIVATION), { recursive: true });
    writeFileSync(ACTIVATION, JSON.stringify({ time: Number(time) }));
  });
});
