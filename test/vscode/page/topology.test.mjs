import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { EDITORS, goTo, keepScreenshot, openFile, restMouse, runCommand, useVSCode } from './support.mjs';

const TEMPLATE = '802.1Qbh/802.1Qbh.vif.xml';
/** What of the window shows the panel beside the template. */
const PANEL = { left: 875, top: 36, height: 664 };

/** The page inside of the panel that is shown. */
function panel(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** The link of a picture, of which one of two is shown, whose name begins with a text. */
function link(page, name) {
  return panel(page).locator(`a[aria-label^="${name}"]:visible`);
}

/** Runs in the page. */
function strokeOpacity(element) {
  return element.ownerDocument.defaultView.getComputedStyle(element).strokeOpacity;
}

async function chooseTheme(page, theme) {
  await runCommand(page, 'Preferences: Color Theme');
  const input = page.locator('.quick-input-widget input').first();
  const choice = page.locator(`.quick-input-list .monaco-list-row[aria-label^="${theme}"]`);
  await input.fill(theme);
  await choice.first().click();
  await input.waitFor({ state: 'hidden' });
}

/** Does something while the line with the host's device is missing in the template, and its picture says so. */
async function withoutSource(page, action) {
  await page.locator('.editor-group-container .monaco-editor').first().click();
  await goTo(page, '7');
  await runCommand(page, 'Delete Line');
  await panel(page).locator('a[aria-label^="Host device, device missing"]:visible').waitFor();
  await action();
  await page.locator('.editor-group-container .monaco-editor').first().click();
  await runCommand(page, 'File: Revert File');
  await link(page, 'device eth5').waitFor();
}

describe('a person who wants to see what the interface means', () => {
  const vscode = useVSCode();

  it('shows a picture of it beside the template', async () => {
    const { page } = vscode;
    const editor = await openFile(page, TEMPLATE);
    await editor.locator('.codelens-decoration', { hasText: 'Render' }).first().waitFor();
    await runCommand(page, 'OpenStack VIF: Show Topology');
    await page.locator('.tab', { hasText: 'Topology: 802.1Qbh · QbhDriver' }).waitFor();
    await link(page, 'device eth5').waitFor();
    await restMouse(page);
    await keepScreenshot(page, 'topology', { ...EDITORS, height: 664 });
  });

  it('sees it follow what is typed, and what is missing then', async () => {
    const { page } = vscode;
    await withoutSource(page, async () => {
      await restMouse(page);
      await keepScreenshot(page, 'topology-missing', PANEL);
    });
  });

  it('sees it follow still when the pane with the XML is closed', async () => {
    const { page } = vscode;
    const pane = page.locator('.tab', { hasText: '802.1Qbh · QbhDriver.xml' });
    await runCommand(page, 'OpenStack VIF: Render Interface XML');
    await pane.click({ button: 'middle' });
    await pane.waitFor({ state: 'detached' });
    await withoutSource(page, () => undefined);
  });

  for (const [theme, kind, picture] of [
    ['Dark Modern', 'vscode-dark', 'topology-dark'],
    ['Dark High Contrast', 'vscode-high-contrast', 'topology-contrast'],
    ['Light Modern', 'vscode-light', 'topology-light'],
  ]) {
    it(`sees it in the colours of the theme ${theme}`, async () => {
      const { page } = vscode;
      await chooseTheme(page, theme);
      await panel(page).locator(`body.${kind}`).waitFor();
      const opacity = kind === 'vscode-high-contrast' ? '1' : '0.28';
      const frame = panel(page).locator('.frame:visible').first();
      assert.equal(await frame.evaluate(strokeOpacity), opacity);
      await restMouse(page);
      await keepScreenshot(page, picture, PANEL);
    });
  }

  it('comes from a value to its placeholder, by the mouse and by the keyboard', async () => {
    const { page } = vscode;
    const selected = page.locator('.statusbar-item', { hasText: 'selected' });
    await link(page, 'device eth5').click();
    await selected.filter({ hasText: `${'${source_device}'.length} selected` }).waitFor();
    await link(page, 'profile').focus();
    await page.keyboard.press('Enter');
    await selected.filter({ hasText: `${'${profile_name}'.length} selected` }).waitFor();
  });

  it('runs nothing in the panel, and takes nothing from outside', async () => {
    const { page } = vscode;
    const policy = await panel(page).locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy, /^default-src 'none'; style-src 'nonce-[0-9a-f]+'$/);
    assert.equal(await panel(page).locator('svg script').count(), 0);
  });
});
