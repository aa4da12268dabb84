import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { EDITORS, keepScreenshot, openFile, runCommand, settle, settledBox, useVSCode } from './support.mjs';

/** libvirt takes a profile of at most 39 characters. */
const TOO_LONG = 'enterprise_xyz_dept_of_things_that_have_long_names';

describe('a person whose driver gives what libvirt rejects', () => {
  const vscode = useVSCode();

  it('reads it in the rendering, and sees the placeholder that it comes from', async () => {
    const { page, workspace } = vscode;
    const replace = (file, text, other) => {
      const at = path.join(workspace, file);
      writeFileSync(at, readFileSync(at, 'utf8').replace(text, other));
    };
    replace('proposal/802.1Qbh.vif.xml', 'device_name', 'source_device');
    replace('proposal/proposal_driver.py', 'enterprise_xyz_dept', TOO_LONG);
    await openFile(page, 'proposal/802.1Qbh.vif.xml');
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    const [template, pane] = [0, 1].map((index) => page.locator('.editor-group-container').nth(index));
    const squiggle = '.squiggly-error, .squiggly-warning';
    await template.locator(squiggle).first().waitFor({ state: 'attached' });
    await pane.locator(squiggle).first().waitFor({ state: 'attached' });
    const box = await settledBox(pane.locator(squiggle).first());
    await page.mouse.move(box.x + 20, box.y + box.height / 2);
    await page.locator('.monaco-hover', { hasText: 'libvirt' }).first().waitFor();
    await settle(page);
    await keepScreenshot(page, 'rendered-problem', { ...EDITORS, height: 400 });
  });
});
