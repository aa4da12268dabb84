import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-types';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { Client, type ClientOptions } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';

describe('the diagnostics', () => {
  const { folder, dispose } = copyExample('proposal');
  let client: Client | undefined;

  /** The diagnostics of the template, whose `device_name` the driver does not provide. */
  async function diagnostics(
    codes: readonly string[],
    options: Partial<ClientOptions>,
  ): Promise<readonly Diagnostic[]> {
    client = await Client.start({ folder, ...options });
    await client.open(TEMPLATE);
    return client.codes(TEMPLATE, codes);
  }

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  after(dispose);

  const levels = [
    ['error', DiagnosticSeverity.Error],
    ['warning', DiagnosticSeverity.Warning],
    ['information', DiagnosticSeverity.Information],
    ['hint', DiagnosticSeverity.Hint],
    ['something else', DiagnosticSeverity.Error],
  ] as const;
  for (const [level, severity] of levels) {
    it(`have the severity that the setting gives their code: ${level}`, async () => {
      const configuration = { severity: { 'placeholder.not-provided': level } };
      const [found] = await diagnostics(['placeholder.not-provided'], { configuration });
      equal(found?.severity, severity);
    });
  }

  it('are left out where the setting ignores their code', async () => {
    deepEqual(await diagnostics([], { configuration: { severity: { 'placeholder.not-provided': 'ignore' } } }), []);
  });

  it('lead to the section of their code in the page of the problems', async () => {
    const textDocument = { publishDiagnostics: { codeDescriptionSupport: true } };
    const [found] = await diagnostics(['placeholder.not-provided'], { textDocument });
    const [page, line] = (found?.codeDescription?.href ?? '').split('#L');
    ok(page && line);
    equal(readFileSync(fileURLToPath(page), 'utf8').split('\n')[Number(line) - 1], '## placeholder.not-provided');
  });

  it('have no link for a client that shows none', async () => {
    const [found] = await diagnostics(['placeholder.not-provided'], {});
    equal(found?.codeDescription, undefined);
  });
});
