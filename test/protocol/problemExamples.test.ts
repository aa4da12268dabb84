import { deepEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { problemExamples } from '../../server/src/problemExamples';
import { SOUND, TEMPLATE, type Texts } from '../unit/check/scenario';
import { Client } from './client';

function writeFolder(texts: Texts): string {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'vif-example-'));
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** The file that is rendered for an example. */
function templateOf(file: string): string {
  return file === 'libvirt.xml.template' ? file : TEMPLATE;
}

/** Renders a template in a folder with these files, and waits until the file has these codes. */
async function renderedCodes(texts: Texts, template: string, file: string, codes: readonly string[]): Promise<void> {
  const folder = writeFolder(texts);
  const client = await Client.start({ folder, trusted: true, liveRenderings: true });
  try {
    await client.open(template);
    await client.open(file);
    await client.render({ uri: client.uri(template) });
    await client.codes(file, codes);
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true });
  }
}

describe('the examples of problems that show when the driver is run', () => {
  const examples = Object.entries(problemExamples).filter(([, { whenRendered }]) => whenRendered);

  it('are those which reading cannot find', () => {
    deepEqual(
      examples.map(([code]) => code),
      [
        'driver.failed',
        'render.unfilled',
        'render.value-refused',
        'render.rejected',
        'cheetah.value-unescaped',
        'cheetah.fragment-malformed',
        'cheetah.output-malformed',
      ],
    );
  });

  for (const [code, { file, wrong, right }] of examples) {
    const shownIn = code.startsWith('render.') ? TEMPLATE : file;

    it(`${code}: the wrong one has it, the right one has no problem at all`, async () => {
      await renderedCodes({ ...SOUND, [file]: wrong }, templateOf(file), shownIn, [code]);
      await renderedCodes({ ...SOUND, [file]: right }, templateOf(file), shownIn, []);
    });
  }
});
