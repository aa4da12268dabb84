// For the tests of the window itself, which run in Node and look at VS Code's page through Playwright.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before } from 'mocha';
import { freshFolders } from '../harness/freshFolders.mjs';
import { SCREENSHOTS } from '../harness/paths.mjs';
import { openVSCode } from '../host/openVSCode.mjs';

const START_LIMIT_MS = 120_000;
const ACTION_LIMIT_MS = 20_000;

/** How long (ms) something that was done may go unseen before it is done again, and how often it is. */
const AGAIN_MS = 2_500;
const TRIES = 8;

/**
 * Opens VS Code with the packaged extension for the tests of one `describe`, and closes it after them. A test that
 * fails leaves a screenshot.
 * @param {object} [options]
 * @param {boolean} [options.trusted] false: in restricted mode
 * @param {object} [options.settings] the user's, beside those that all tests have
 * @param {(examples: string) => string} [options.folder] makes the folder to open out of the copy of the examples; by default it is that
 * @returns an object which, while the tests run, holds `page`, Playwright's page, and `workspace`, the folder that is open
 */
export function useVSCode({ trusted = true, settings = {}, folder = (examples) => examples } = {}) {
  const vscode = {};
  let close;
  before(async function () {
    this.timeout(START_LIMIT_MS);
    const { workspace: examples, userData: userDataDir } = freshFolders(settings);
    const workspace = folder(examples);
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

/** The part of the window that shows the editors, without the bar at the side. */
export const EDITORS = { left: 352, top: 36 };

/** VS Code shows its scroll bars where the mouse is, over the text. */
const WITHOUT_SCROLL_BARS = '.monaco-scrollable-element > .scrollbar > .slider { visibility: hidden !important; }';

/**
 * Keeps what the page shows, under out/test/vscode/screenshots.
 * @param {{ left?: number, top?: number, width?: number, height?: number }} [part] what of it, in pixels: from where on, and how much from there; all of it by default
 */
export async function keepScreenshot(page, title, { left = 0, top = 0, width, height } = {}) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const file = path.join(SCREENSHOTS, `${title.replace(/[^\w.-]+/g, '-')}.png`);
  const size = page.viewportSize();
  const clip = { x: left, y: top, width: width ?? size.width - left, height: height ?? size.height - top };
  // Playwright brings animations to their end: no picture shows something half faded in.
  await page.screenshot({ path: file, clip, animations: 'disabled', style: WITHOUT_SCROLL_BARS });
}

/** Keeps a picture of the whole window, made small enough for a page, with the mouse at rest. */
export async function keepWindow(page, title, size = { width: 1240, height: 540 }) {
  const before = page.viewportSize();
  await page.setViewportSize(size);
  await restMouse(page);
  await keepScreenshot(page, title);
  await page.setViewportSize(before);
}

/** Takes the mouse to where nothing is, at the top, and lets VS Code settle: for a screenshot. */
export async function restMouse(page) {
  await page.mouse.move(150, 17);
  await settle(page);
}

/** Gives VS Code the time to colour what it shows. */
export async function settle(page) {
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

/** Unfolds the view "OpenStack VIF", and folds the files above it in: they leave it little room. */
export async function unfoldView(page) {
  const header = page.locator('.pane-header[aria-label^="OpenStack VIF"]');
  await header.waitFor();
  if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
  await page.locator('.explorer-folders-view').waitFor();
  await page.locator('.pane-header').first().click();
}

/** Runs a command by the title that the command palette shows, as soon as the palette offers it. */
export async function runCommand(page, title) {
  const input = page.locator('.quick-input-widget input').first();
  const choice = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  await doUntil(
    page,
    async () => {
      // A palette that was opened too early does not learn which commands there are.
      if (await input.isVisible()) await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
    },
    async () => {
      await input.fill(`>${title}`);
      await choice.waitFor();
    },
  );
  await choice.click();
}

/** Presses a key until something shows: a key that is pressed while VS Code is busy may go nowhere. */
export function pressUntil(page, key, locator) {
  return doUntil(
    page,
    () => page.keyboard.press(key),
    () => locator.waitFor(),
  );
}

/** Does something until something else, which waits, does not fail: what is done while VS Code is busy may go nowhere. */
export async function doUntil(page, action, wait) {
  page.setDefaultTimeout(AGAIN_MS);
  try {
    for (let tries = TRIES; ; tries--) {
      await action();
      try {
        return await wait();
      } catch (error) {
        if (tries === 1) throw error;
      }
    }
  } finally {
    page.setDefaultTimeout(ACTION_LIMIT_MS);
  }
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

/** Moves the mouse over something, for what is told of it there. */
export async function hoverOver(page, locator) {
  const box = await settledBox(locator);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

/** Puts the cursor into a line, counted from 1. */
export async function goTo(page, line) {
  const input = page.locator('.quick-input-widget input');
  await pressUntil(page, 'Control+g', input);
  await input.fill(`:${line}`);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}
