// For the tests of the window itself, which run in Node and look at VS Code's page through Playwright.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before } from 'mocha';
import { freshFolders } from '../harness/freshFolders.mjs';
import { SCREENSHOTS } from '../harness/paths.mjs';
import { openVSCode } from '../host/openVSCode.mjs';

const START_LIMIT_MS = 120_000;
const ACTION_LIMIT_MS = 20_000;

/**
 * Opens VS Code with the packaged extension for the tests of one `describe`, and closes it after them. A test that
 * fails leaves a screenshot.
 * @param {{ trusted?: boolean }} [options] false: in restricted mode
 * @returns an object which, while the tests run, holds `page`, Playwright's page, and `workspace`, the folder that is open
 */
export function useVSCode({ trusted = true } = {}) {
  const vscode = {};
  let close;
  before(async function () {
    this.timeout(START_LIMIT_MS);
    const { workspace, userData: userDataDir } = freshFolders();
    const { VIF_TEST_EXTENSIONS: extensionsDir } = process.env;
    const opened = await openVSCode({ folder: workspace, userDataDir, extensionsDir, trusted });
    close = opened.close;
    Object.assign(vscode, { page: opened.page, workspace });
    vscode.page.setDefaultTimeout(ACTION_LIMIT_MS);
    await vscode.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: START_LIMIT_MS });
  });
  afterEach(async function () {
    if (this.currentTest.state === 'failed')
      await keepScreenshot(vscode.page, `failed ${this.currentTest.fullTitle()}`);
  });
  after(async () => close?.());
  return vscode;
}

/**
 * Keeps what the page shows, under out/test/vscode/screenshots.
 * @param {{ left?: number, top?: number, height?: number }} [part] what of it, in pixels: from where on, and how much from there; all of it by default
 */
export async function keepScreenshot(page, title, { left = 0, top = 0, height } = {}) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const file = path.join(SCREENSHOTS, `${title.replace(/[^\w.-]+/g, '-')}.png`);
  const size = page.viewportSize();
  const clip = { x: left, y: top, width: size.width - left, height: height ?? size.height - top };
  // Playwright brings animations to their end: no picture shows something half faded in.
  await page.screenshot({ path: file, clip, animations: 'disabled' });
}

/** Takes the mouse away from everything, and gives VS Code the time to colour what it shows: for a screenshot. */
export async function restMouse(page) {
  const { width, height } = page.viewportSize();
  await page.mouse.move(width / 2, height * 0.7);
  await page.waitForTimeout(1500);
}

/** Opens a file of the workspace by its path, as a user does, and answers the editor's locator. */
export async function openFile(page, file) {
  const { dir, base } = path.posix.parse(file);
  const input = page.locator('.quick-input-widget input');
  await pressUntil(page, 'Control+p', input);
  await input.fill(file);
  // The list may still show what was opened before: files of the same name in other folders among them.
  const label = dir ? `${base} ${dir},` : `${base},`;
  await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${label}"]`).click();
  const group = page.locator('.editor-group-container.active');
  await group.locator('.breadcrumbs-control', { hasText: file.replaceAll('/', '') }).waitFor();
  return group.locator('.monaco-editor').first();
}

/** Runs a command by the title that the command palette shows. */
export async function runCommand(page, title) {
  const input = page.locator('.quick-input-widget input');
  await pressUntil(page, 'F1', input);
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/** Presses a key until something shows: a key that is pressed while VS Code is busy may go nowhere. */
export async function pressUntil(page, key, locator) {
  for (let tries = 8; tries > 0; tries--) {
    await page.keyboard.press(key);
    const shown = await locator.waitFor({ timeout: 2_500 }).then(
      () => true,
      () => false,
    );
    if (shown) return;
  }
  throw new Error(`${key} was pressed again and again, and brought nothing.`);
}

/**
 * Where something is in the window, once it stays there: a code lens that appears moves the lines below it.
 * @returns {Promise<{ x: number, y: number, width: number, height: number }>} in pixels
 */
export async function settledBox(locator) {
  let last = await locator.boundingBox();
  for (;;) {
    await locator.page().waitForTimeout(200);
    const now = await locator.boundingBox();
    if (now && last && now.x === last.x && now.y === last.y) return now;
    last = now;
  }
}

/** Puts the cursor into a line, counted from 1. */
export async function goTo(page, line) {
  const input = page.locator('.quick-input-widget input');
  await pressUntil(page, 'Control+g', input);
  await input.fill(`:${line}`);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}
