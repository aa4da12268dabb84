import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { goTo, keepScreenshot, openFile, restMouse, runCommand, useVSCode } from './support.mjs';

const TEMPLATE = '802.1Qbh/802.1Qbh.vif.xml';

/** The page inside of the panel that is shown. */
function picture(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

function tab(page, label) {
  return page.locator('.tab', { hasText: label });
}

/** Has the driver leave a mark each time that it is run; gives how often that was. */
function countRuns(workspace) {
  const driver = path.join(workspace, '802.1Qbh/qbh_driver.py');
  const marks = path.join(workspace, 'runs');
  writeFileSync(marks, '');
  writeFileSync(driver, `open(${JSON.stringify(marks)}, 'a').write('x')\n${readFileSync(driver, 'utf8')}`);
  return () => readFileSync(marks, 'utf8').length;
}

describe('a person who reloads the window', () => {
  const vscode = useVSCode();
  let runs;

  it('has the pane and the picture still, which say how to go on; no driver was run', async () => {
    const { page, workspace } = vscode;
    runs = countRuns(workspace);
    const editor = await openFile(page, TEMPLATE);
    await editor.locator('.codelens-decoration', { hasText: 'Render' }).first().waitFor();
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    await page.locator('.view-line', { hasText: 'enterprise_xyz_dept' }).first().waitFor();
    await runCommand(page, 'OpenStack VIF: Show Topology');
    await picture(page).locator('a[aria-label^="device eth5"]:visible').waitFor();
    assert.equal(runs(), 2);
    // In a browser VS Code writes down every five seconds what is open.
    await page.waitForTimeout(7_000);
    await page.reload();
    await picture(page).getByText('Nothing is drawn here yet').waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'reloaded-topology', { height: 360 });
    await tab(page, '802.1Qbh · QbhDriver.xml').click();
    await page.locator('.view-line', { hasText: /Nothing.is.rendered.here.yet/ }).waitFor();
    await page.locator('.codelens-decoration a', { hasText: 'Run the driver' }).waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'reloaded', { height: 360 });
    assert.equal(runs(), 2);
  });

  it('asks for one of them again, and both follow again what is typed', async () => {
    const { page } = vscode;
    const pane = page.locator('.editor-group-container').nth(1);
    await tab(page, 'Topology: 802.1Qbh · QbhDriver').click();
    await picture(page).locator('a', { hasText: 'Run the driver' }).click();
    await picture(page).locator('a[aria-label^="device eth5"]:visible').waitFor();
    await tab(page, '802.1Qbh · QbhDriver.xml').click();
    await pane.locator('.view-line', { hasText: 'eth5' }).waitFor();
    assert.equal(runs(), 3);
    await page.locator('.editor-group-container .monaco-editor').first().click();
    await goTo(page, '7');
    await runCommand(page, 'Delete Line');
    await pane.locator('.view-line', { hasText: 'eth5' }).waitFor({ state: 'detached' });
    await tab(page, 'Topology: 802.1Qbh · QbhDriver').click();
    await picture(page).locator('a[aria-label^="Host device, device missing"]:visible').waitFor();
  });
});
