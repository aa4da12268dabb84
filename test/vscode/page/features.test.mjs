import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { EDITORS, goTo, keepScreenshot, openFile, pressUntil, runCommand, settledBox, useVSCode } from './support.mjs';

const TEMPLATE = '802.1Qbh/802.1Qbh.vif.xml';

describe('a person who writes a template', () => {
  const vscode = useVSCode();

  it('reads in the status bar what nova.conf selects', async () => {
    const { page } = vscode;
    await openFile(page, TEMPLATE);
    await page.locator('.statusbar-item', { hasText: '802.1Qbh · QbhDriver' }).waitFor();
  });

  it('is offered the keys of the driver, and accepts one', async () => {
    const { page } = vscode;
    const editor = await openFile(page, TEMPLATE);
    await editor.locator('.codelens-decoration', { hasText: 'Render' }).first().waitFor();
    await goTo(page, '7');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('<target dev=${', { delay: 60 });
    const item = page.locator('.suggest-widget .monaco-list-row', { hasText: 'source_device' });
    await pressUntil(page, 'Control+Space', item.first());
    await keepScreenshot(page, 'completion', { ...EDITORS, height: 340 });
    await item.first().click();
    await editor.locator('.view-line', { hasText: '<target dev=${source_device}' }).waitFor();
    await runCommand(page, 'File: Revert File');
  });

  it('reads in a hover who fills a placeholder, and sees what it stood for', async () => {
    const { page } = vscode;
    const editor = await openFile(page, TEMPLATE);
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    await page.locator('.tab', { hasText: '802.1Qbh · QbhDriver.xml' }).waitFor();
    const line = editor.locator('.view-line', { hasText: '<source dev=' });
    await line.filter({ hasText: 'eth5' }).waitFor();
    const box = await settledBox(line);
    await page.mouse.move(box.x + 150, box.y + box.height / 2);
    const hover = page.locator('.monaco-hover', { hasText: 'QbhDriver' }).first();
    await hover.waitFor();
    assert.match(await hover.innerText(), /eth5/);
    await keepScreenshot(page, 'hover', { ...EDITORS, height: 320 });
  });

  it('chooses another nova.conf', async () => {
    const { page } = vscode;
    await openFile(page, TEMPLATE);
    await page.locator('.statusbar-item', { hasText: '802.1Qbh · QbhDriver' }).click();
    const choice = page.locator('.quick-input-list .monaco-list-row', { hasText: 'proposal/nova.conf' });
    await choice.waitFor();
    await keepScreenshot(page, 'choose-nova-conf', { height: 420 });
    await choice.click();
    await page.locator('.statusbar-item', { hasText: '802.1Qbh · ProposalDriver' }).waitFor();
  });
});
