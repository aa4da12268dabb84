// What the sentences of docs/tour.md mean in VS Code's window: each is done, or waited for.
import assert from 'node:assert/strict';
import { openFile, settledBox } from './support.mjs';

/** A text in the template, or in the rendering beside it. */
function place(page, text, inXml) {
  const groups = page.locator('.editor-group-container');
  const group = inXml ? groups.last() : groups.first();
  return group.locator('.view-line span > span', { hasText: text }).first();
}

async function middleOf(locator) {
  const { x, y, width, height } = await settledBox(locator);
  return [x + width / 2, y + height / 2];
}

function line(page, name, state = '') {
  const view = page.locator('.pane:has(.pane-header[aria-label^="OpenStack VIF"])');
  return view.locator(`.monaco-list-row[aria-label^="${name}, ${state}"]`);
}

/** @typedef {(page: import('playwright-core').Page, ...quoted: string[]) => Promise<void>} Meaning */

/** What the reader does. @type {readonly (readonly [RegExp, Meaning])[]} */
export const ACTIONS = [
  [/^Open `(.+)`\.$/, openFile],
  [
    /^Hover over `(.+?)`( in the XML)?\.$/,
    async (page, text, inXml) => page.mouse.move(...(await middleOf(place(page, text, inXml)))),
  ],
  [
    /^Fold the files in, and unfold the view \*\*(.+)\*\* below them\.$/,
    async (page, name) => {
      await page.locator('.pane-header[aria-expanded=true]').first().click();
      await page.locator(`.pane-header[aria-label^="${name}"][aria-expanded=false]`).click();
    },
  ],
  [/^Put the cursor on `(.+)`\.$/, async (page, text) => page.mouse.click(...(await middleOf(place(page, text))))],
  [
    /^Press \*\*(.+)\*\*\.$/,
    async (page, keys) => {
      for (const key of keys.split(' '))
        await page.keyboard.press(key.replace('Ctrl', 'Control').replace(/[A-Z]$/, (letter) => letter.toLowerCase()));
    },
  ],
  [/^Choose `(.+)`\.$/, (page, text) => page.locator('.action-widget .monaco-list-row', { hasText: text }).click()],
  [
    /^Click on `(.+)`\.$/,
    (page, text) => page.locator('.monaco-hover a:visible, .codelens-decoration a', { hasText: text }).first().click(),
  ],
  [
    /^Write `(.+)` for `(.+)`\.$/,
    async (page, written, text) => {
      await page.mouse.dblclick(...(await middleOf(place(page, `'${text}'`))));
      await page.keyboard.type(written);
    },
  ],
];

/** What the reader sees. @type {readonly (readonly [RegExp, Meaning])[]} */
export const OUTCOMES = [
  [
    /^`(.+)` is underlined\.$/,
    async (page, text) => {
      const squiggle = page.locator('.squiggly-error');
      await squiggle.waitFor({ state: 'attached' });
      const [around, within] = [await settledBox(squiggle), await settledBox(place(page, text))];
      assert.ok(
        around.x <= within.x && within.x + within.width <= around.x + around.width,
        `${text} is not underlined`,
      );
      assert.ok(Math.abs(around.y - within.y) < within.height, `${text} is in another line than what is underlined`);
    },
  ],
  [/^Nothing is underlined\.$/, (page) => page.locator('.squiggly-error').waitFor({ state: 'detached' })],
  [
    /^Above the (?:template|XML) stands `(.+)`\.$/,
    (page, text) => page.locator('.codelens-decoration', { hasText: text }).waitFor(),
  ],
  [/^The hover says `(.+)`\.?$/, (page, text) => page.locator('.monaco-hover', { hasText: text }).first().waitFor()],
  [/^The line `(.+)` says `(.+)`\.$/, (page, name, state) => line(page, name, state).waitFor()],
  [/^The status bar says `(.+)`\.$/, (page, text) => page.locator('.statusbar-item', { hasText: text }).waitFor()],
  [
    /^The menu offers `(.+)`\.$/,
    (page, text) => page.locator('.action-widget .monaco-list-row', { hasText: text }).waitFor(),
  ],
  [/^The file is saved\.$/, (page) => page.locator('.tab.dirty').waitFor({ state: 'detached' })],
  [
    /^Beside the template opens `(.+)`\.$/,
    (page, name) => page.locator('.editor-group-container').nth(1).locator('.tab', { hasText: name }).waitFor(),
  ],
  [
    /^In the XML stands `(.+)`\.$/,
    (page, text) => page.locator('.editor-group-container').last().locator('.view-line', { hasText: text }).waitFor(),
  ],
  [/^`(.+)` opens\.$/, (page, name) => page.locator('.tab.active', { hasText: name }).waitFor()],
  [
    /^The cursor stands in line (\d+)\.$/,
    (page, number) => page.locator('.statusbar-item', { hasText: `Ln ${number},` }).waitFor(),
  ],
];

/** The entries of a table that a sentence fits to: for a good page, exactly one. */
export function entriesFor(table, sentence) {
  return table.filter(([pattern]) => pattern.test(sentence));
}
