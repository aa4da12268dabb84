import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { EDITORS, keepScreenshot, keepWindow, openFile, restMouse, runCommand, useVSCode } from './support.mjs';

const TEMPLATE = '802.1Qbh/802.1Qbh.vif.xml';
const DRIVER = '802.1Qbh/qbh_driver.py';

describe('a person whose driver is slow', () => {
  const vscode = useVSCode({ settings: { 'openstackVif.driverTimeLimit': 300 } });
  const lens = (text) => vscode.page.locator('.codelens-decoration a', { hasText: text });
  const line = (text) => vscode.page.locator('.view-line', { hasText: text });
  const cancel = () => vscode.page.locator('.editor-actions a[aria-label^="Cancel Rendering"]').first();

  it('sees that it runs, beside the output of the run before, and can cancel it in the title of the pane', async () => {
    const { page, workspace } = vscode;
    await openFile(page, TEMPLATE);
    await lens('Render').first().waitFor();
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    await line("dev='eth5'").waitFor();
    const driver = path.join(workspace, DRIVER);
    const source = readFileSync(driver, 'utf8');
    writeFileSync(
      driver,
      source.replace('        profile_name = ', '        import time; time.sleep(300)\n        profile_name = '),
    );
    await lens('Driver changed').waitFor();
    await lens('Driver changed').click();
    await cancel().waitFor();
    await page.locator('.statusbar-item', { hasText: 'The VIF driver is running' }).waitFor();
    await line("dev='eth5'").waitFor();
    await keepWindow(page, 'slow-driver');
  });

  it('has the last good output still once it is cancelled, and reads that it is stale and why', async () => {
    const { page } = vscode;
    await cancel().click();
    await line(/Stale:/).waitFor();
    await line(/was.cancelled/).waitFor();
    await line("dev='eth5'").waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'stale', { ...EDITORS, height: 360 });
  });
});
