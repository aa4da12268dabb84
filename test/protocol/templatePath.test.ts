import { deepEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DRIVER, SOUND, TEMPLATE } from '../unit/check/scenario';
import { Client } from './client';

const CONF = 'etc/nova.conf';
const ELSEWHERE = `templates/${TEMPLATE}`;

describe('the setting openstackVif.templatePath', () => {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'vif-template-path-'));
  const other = path.join(folder, 'other/nova.conf');
  const texts: Readonly<Record<string, string>> = {
    [CONF]: SOUND['nova.conf'] ?? '',
    [other]: '[DEFAULT]\n',
    [ELSEWHERE]: (SOUND[TEMPLATE] ?? '').replace('source_device', 'device_name'),
    [`etc/${DRIVER}`]: SOUND[DRIVER] ?? '',
  };
  let client: Client | undefined;

  before(() => {
    for (const [file, text] of Object.entries(texts)) {
      mkdirSync(path.dirname(path.resolve(folder, file)), { recursive: true });
      writeFileSync(path.resolve(folder, file), text);
    }
  });

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** The codes of the template, which lies neither beside a nova.conf nor below one. */
  async function codes(expected: readonly string[], templatePath: string): Promise<void> {
    client = await Client.start({ folder, configuration: { templatePath } });
    await client.open(ELSEWHERE);
    await client.answered(ELSEWHERE);
    const found = await client.codes(ELSEWHERE, expected);
    deepEqual(
      found.map(({ code }) => code),
      expected,
    );
  }

  it('without it such a template hangs on none of two nova.confs', async () => {
    await codes([], '');
  });

  for (const [name, value] of [
    ['below the folder', ELSEWHERE],
    ['absolute', path.join(folder, ELSEWHERE)],
  ] as const)
    it(`names the template file of a nova.conf that names none: ${name}`, async () => {
      await codes(['placeholder.not-provided'], value);
    });

  it('means nothing where there is no such file', async () => {
    await codes([], 'templates/nothing.vif.xml');
  });
});
