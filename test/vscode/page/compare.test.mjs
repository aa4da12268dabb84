import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { EDITORS, keepScreenshot, openFile, restMouse, runCommand, useVSCode } from './support.mjs';

const TEMPLATE = '802.1Qbh/802.1Qbh.vif.xml';

const LAB_DRIVER = `class LabDriver:
    output_keys = ['source_device', 'profile_name']

    def getVIFConfiguration(self, instance, network):
        return {'source_device': 'eth7', 'profile_name': 'lab'}
`;

describe('a person who compares', () => {
  const vscode = useVSCode({
    folder: (examples) => {
      writeFileSync(path.join(examples, '802.1Qbh/lab_driver.py'), LAB_DRIVER);
      return examples;
    },
  });

  /** A line of the right side of the comparison. */
  const right = (text) => vscode.page.locator('.monaco-diff-editor .modified .view-line', { hasText: text });

  it('sees a template beside what it gives', async () => {
    const { page } = vscode;
    const editor = await openFile(page, TEMPLATE);
    await editor.locator('.codelens-decoration', { hasText: 'Render' }).first().waitFor();
    await runCommand(page, 'OpenStack VIF: Compare Template with Rendering');
    await page.locator('.tab.active', { hasText: '802.1Qbh.vif.xml ↔ QbhDriver' }).waitFor();
    await right('enterprise_xyz_dept').waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'compare', { ...EDITORS, height: 320 });
  });

  it('sees what another driver gives', async () => {
    const { page } = vscode;
    await openFile(page, TEMPLATE);
    await runCommand(page, 'OpenStack VIF: Compare with Another Driver');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'lab_driver.LabDriver' }).click();
    await page.locator('.tab.active', { hasText: 'QbhDriver ↔ LabDriver' }).waitFor();
    await page.locator('.monaco-diff-editor .original .view-line', { hasText: 'eth5' }).waitFor();
    await right('eth7').waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'compare-drivers', { ...EDITORS, height: 260 });
  });

  it('sees what an edit did to a rendering', async () => {
    const { page, workspace } = vscode;
    await openFile(page, TEMPLATE);
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    const pane = page.locator('.tab', { hasText: '802.1Qbh · QbhDriver.xml' });
    await pane.waitFor();
    const file = path.join(workspace, TEMPLATE);
    writeFileSync(file, readFileSync(file, 'utf8').replace('private', 'bridge'));
    await page
      .locator('.view-line', { hasText: /eth5.*bridge/ })
      .last()
      .waitFor();
    await pane.click();
    await runCommand(page, 'OpenStack VIF: Compare Rendering with Before the Edit');
    await page.locator('.tab.active', { hasText: 'when it was rendered ↔ now' }).waitFor();
    await right("mode='bridge'").waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'compare-earlier', { ...EDITORS, height: 320 });
  });
});
