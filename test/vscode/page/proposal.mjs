// What a person does with the example of the proposal, whose template names what no driver gives.
import assert from 'node:assert/strict';
import { doUntil, pressUntil, settledBox } from './support.mjs';

/** Mends the fault from the keyboard. `editor` is the locator of the editor that shows it, or the page that shows it alone. */
export async function mendFault(page, editor = page) {
  const fault = editor.locator('.squiggly-error');
  const box = await settledBox(fault);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const fix = page.locator('.action-widget .monaco-list-row', {
    hasText: "Rename the placeholder to 'source_device'",
  });
  await pressUntil(page, 'Control+.', fix);
  await fix.click();
  await fault.waitFor({ state: 'detached' });
}

/** In the dialog that asks where to put a copy of it, answers with a folder that holds the examples; its path ends with `/`. */
export async function putExampleInto(page, folder) {
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  // The window writes a folder of its own into the field, also over one that is typed too early, and then lists what is in it.
  await doUntil(
    page,
    () => input.fill(folder),
    async () => {
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'proposal' }).waitFor();
      assert.equal(await input.inputValue(), folder);
    },
  );
  await page.locator('.quick-input-widget .monaco-button', { hasText: 'Put It Here' }).click();
}
