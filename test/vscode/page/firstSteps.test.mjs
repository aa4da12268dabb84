import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { mendFault, putExampleInto } from './proposal.mjs';
import {
  hoverOver,
  keepScreenshot,
  keepWindow,
  openFile,
  pressUntil,
  restMouse,
  runCommand,
  useVSCode,
} from './support.mjs';

const COPY = 'openstack-vif-example/802.1Qbh.vif.xml';

describe('a person who has never seen the extension', () => {
  const vscode = useVSCode();

  it('finds the first steps', async () => {
    const { page } = vscode;
    await runCommand(page, 'Welcome: Open Walkthrough...');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'First Steps with OpenStack VIF' }).click();
    await page.locator('.getting-started-step', { hasText: 'See the fault, and mend it' }).waitFor();
    const picture = page.frameLocator('.getting-started-media iframe').frameLocator('iframe').locator('svg');
    await picture.getByText('interface XML', { exact: true }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'Activating' }).waitFor({ state: 'detached' });
    await keepWindow(page, 'first-steps', { width: 1400, height: 860 });
  });

  it('has the example copied to a place of their own, and sees its fault beside the steps', async () => {
    const { page, workspace } = vscode;
    await page.locator('.getting-started-step .monaco-button', { hasText: 'Open the Example…' }).click();
    await putExampleInto(page, `${workspace}/`);
    await page.locator('.squiggly-error').waitFor({ state: 'attached' });
    assert.ok(existsSync(path.join(workspace, COPY)));
  });

  it('mends the fault, and renders with a key', async () => {
    const { page, workspace } = vscode;
    await mendFault(page);
    await page.keyboard.press('Control+s');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    assert.match(readFileSync(path.join(workspace, COPY), 'utf8'), /\$\{source_device\}/);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('v');
    await page.locator('.tab', { hasText: '802.1Qbh · ProposalDriver.xml' }).waitFor();
    await page.locator('.view-line', { hasText: 'enterprise_xyz_dept' }).first().waitFor();
  });
});

describe('the pictures of the first steps', () => {
  const vscode = useVSCode();
  /** What of a small window shows the editors alone. */
  const EDITORS_ALONE = { left: 53, top: 36, height: 270 };

  it('show the fault', async () => {
    const { page } = vscode;
    const editor = await openFile(page, 'proposal/802.1Qbh.vif.xml');
    await page.setViewportSize({ width: 860, height: 600 });
    await pressUntil(page, 'Control+b', page.locator('.activitybar:not(:has(.checked))'));
    await hoverOver(page, editor.locator('.squiggly-error'));
    await page.locator('.monaco-hover', { hasText: "Did you mean 'source_device'?" }).first().waitFor();
    await keepScreenshot(page, 'walkthrough-fault', EDITORS_ALONE);
  });

  it('show the interface XML of the mended template, and who fills a value', async () => {
    const { page, workspace } = vscode;
    const file = path.join(workspace, 'proposal/802.1Qbh.vif.xml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('device_name', 'source_device'));
    await page.locator('.squiggly-error').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('v');
    await page.locator('.view-line', { hasText: 'enterprise_xyz_dept' }).first().waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'walkthrough-rendered', EDITORS_ALONE);
    await hoverOver(page, page.locator('.view-line span', { hasText: /^source_device$/ }).first());
    await page.locator('.monaco-hover', { hasText: 'In the last rendering' }).first().waitFor();
    await keepScreenshot(page, 'walkthrough-value', EDITORS_ALONE);
  });
});
