import { describe, it } from 'mocha';
import { keepWindow, openFile, runCommand, unfoldView, useVSCode } from './support.mjs';

describe('a person whose VS Code speaks German', () => {
  const vscode = useVSCode();

  it("reads the extension's commands and messages in German", async () => {
    const { page } = vscode;
    // What a language pack tells VS Code: its language. The pack itself would only bring VS Code's own texts.
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => 'de', set: () => {} });
    });
    await page.reload();
    await openFile(page, 'README.md');
    await runCommand(page, 'OpenStack VIF: Beispiel öffnen');
    await page.locator('.quick-input-widget .monaco-button', { hasText: 'Hier ablegen' }).waitFor();
    await page.keyboard.press('Escape');
    await openFile(page, '802.1Qbh/802.1Qbh.vif.xml');
    await runCommand(page, 'OpenStack VIF: Interface-XML rendern');
    await page.locator('.view-line', { hasText: 'enterprise_xyz_dept' }).first().waitFor();
    await page.locator('.codelens-decoration', { hasText: 'Erneut ausführen' }).waitFor();
    await unfoldView(page);
    await page.locator('.monaco-list-row[aria-label^="802.1Qbh/nova.conf"]').click();
    await page.locator('.monaco-list-row[aria-label^="802.1Qbh, VIF-Typ"]').waitFor();
    await keepWindow(page, 'german');
  });
});
