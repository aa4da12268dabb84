import { existsSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { EDITORS, keepScreenshot, openFile, pressUntil, restMouse, runCommand, useVSCode } from './support.mjs';

const TEMPLATE = 'openvswitch/openvswitch.vif.xml';
const REQUEST = 'openvswitch/openvswitch.vif-request.json';

describe('a person who renders with other requests', () => {
  const vscode = useVSCode();

  it('gets a new one with every key, which is not saved', async () => {
    const { page, workspace } = vscode;
    const editor = await openFile(page, TEMPLATE);
    await editor.locator('.codelens-decoration', { hasText: 'Render' }).first().waitFor();
    await runCommand(page, 'OpenStack VIF: New Request from This Template');
    const tab = page.locator('.tab.active.dirty', { hasText: 'openvswitch.vif-request.json' });
    await tab.waitFor();
    await page.locator('.view-line', { hasText: 'mac_address' }).first().waitFor();
    assert.ok(!existsSync(path.join(workspace, REQUEST)));
    await restMouse(page);
    await keepScreenshot(page, 'new-request', { ...EDITORS, height: 420 });
    await pressUntil(page, 'Control+s', page.locator('.tab.active:not(.dirty)'));
  });

  it('chooses it', async () => {
    const { page } = vscode;
    await openFile(page, TEMPLATE);
    await runCommand(page, 'OpenStack VIF: Choose Request');
    const choice = page.locator('.quick-input-list .monaco-list-row', { hasText: REQUEST });
    await choice.waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'requests', { left: 352, height: 320 });
    await choice.click();
    await runCommand(page, 'OpenStack VIF: Choose Request');
    await choice.filter({ hasText: 'in use' }).waitFor();
  });
});
