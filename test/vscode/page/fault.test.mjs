import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { mendFault } from './proposal.mjs';
import {
  EDITORS,
  hoverOver,
  keepScreenshot,
  keepWindow,
  openFile,
  restMouse,
  runCommand,
  settledBox,
  useVSCode,
} from './support.mjs';

describe('a person who opens the examples', () => {
  const vscode = useVSCode();

  it("sees the proposal's fault underlined, and reads why", async () => {
    const { page } = vscode;
    const editor = await openFile(page, 'proposal/802.1Qbh.vif.xml');
    const squiggle = editor.locator('.squiggly-error');
    await squiggle.waitFor({ state: 'attached' });
    await hoverOver(page, squiggle);
    await page.locator('.monaco-hover', { hasText: "Did you mean 'source_device'?" }).first().waitFor();
    await page.locator('.monaco-hover', { hasText: 'Quick Fix...' }).first().waitFor();
    await keepScreenshot(page, 'fault', { ...EDITORS, height: 384 });
  });

  it('mends it from the keyboard, and saves', async () => {
    const { page, workspace } = vscode;
    const editor = await openFile(page, 'proposal/802.1Qbh.vif.xml');
    await page.keyboard.press('Escape');
    await mendFault(page, editor);
    await page.keyboard.press('Control+s');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    assert.match(readFileSync(path.join(workspace, 'proposal/802.1Qbh.vif.xml'), 'utf8'), /dev=\$\{source_device\}/);
  });

  it('sees the interface XML beside the template', async () => {
    const { page } = vscode;
    await page.keyboard.press('Escape');
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, '802.1Qbh/802.1Qbh.vif.xml');
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    await page.locator('.tab', { hasText: '802.1Qbh · QbhDriver.xml' }).waitFor();
    await page.locator('.view-line', { hasText: 'enterprise_xyz_dept' }).first().waitFor();
    assert.equal(await page.locator('.editor-group-container').count(), 2);
    await page.locator('.codelens-decoration', { hasText: 'Run again' }).waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'rendered', { ...EDITORS, height: 320 });
  });

  it('reads in the pane who gave a value, and follows it to the placeholder and to the driver', async () => {
    const { page } = vscode;
    const value = page
      .locator('.editor-group-container')
      .nth(1)
      .locator('.view-line', { hasText: 'enterprise_xyz_dept' });
    const box = await settledBox(value.locator('span', { hasText: 'enterprise_xyz_dept' }).last());
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const hover = page
      .locator('.monaco-hover', { hasText: 'The driver qbh_driver.QbhDriver gave this value.' })
      .first();
    await hover.waitFor();
    await hover.locator('a', { hasText: 'Go to the placeholder' }).click();
    await page.locator('.statusbar-item', { hasText: `(${'${profile_name}'.length} selected)` }).waitFor();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await hover.locator('a', { hasText: 'Go to the driver' }).click();
    await page.locator('.tab.active', { hasText: 'qbh_driver.py' }).first().waitFor();
    assert.ok(await value.isVisible(), 'the rendering stays in sight');
  });

  it('is told that the driver changed, and runs it again with one click', async () => {
    const { page } = vscode;
    const driver = await openFile(page, '802.1Qbh/qbh_driver.py');
    await driver.locator('.view-line', { hasText: 'class QbhDriver' }).first().click();
    await page.keyboard.press('Home');
    await page.keyboard.type('# a remark');
    await page.keyboard.press('Enter');
    const lens = page.locator('.codelens-decoration a', { hasText: 'Driver changed — run again' });
    await page.locator('.tab', { hasText: '802.1Qbh · QbhDriver.xml' }).click();
    await lens.waitFor();
    await lens.click();
    await page.locator('.codelens-decoration a', { hasText: /^\s*Run again/ }).waitFor();
    await page.locator('.view-line', { hasText: 'Driver changed' }).waitFor({ state: 'detached' });
  });
});

describe('a person in restricted mode', () => {
  const vscode = useVSCode({ trusted: false });

  it('reads why nothing is rendered, grants trust, and renders without a reload', async () => {
    const { page } = vscode;
    const editor = await openFile(page, 'proposal/802.1Qbh.vif.xml');
    await editor.locator('.squiggly-error').waitFor({ state: 'attached' });
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    const message = page.locator('.notification-toast', { hasText: 'Rendering proposal/802.1Qbh.vif.xml runs' });
    await message.waitFor();
    await keepWindow(page, 'restricted', { width: 1000, height: 500 });
    await runCommand(page, 'OpenStack VIF: Fetch Port from Neutron');
    await page.locator('.notification-toast', { hasText: 'Fetching a port runs NeutronPortDriver' }).waitFor();
    await message.locator('.monaco-button', { hasText: 'Manage Workspace Trust' }).click();
    await page
      .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ })
      .first()
      .click();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'detached' });
    await openFile(page, 'proposal/802.1Qbh.vif.xml');
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    await page.locator('.view-line', { hasText: 'enterprise_xyz_dept' }).first().waitFor();
  });
});
