import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { until } from './client';
import { copyExample } from './workspaceFolder';

const SERVER = path.join(__dirname, '../../dist/server.js');
const TEMPLATE = '802.1Qbh.vif.xml';

/** A client that tells as little as it can, or nonsense. */
interface PoorClient {
  /** How it answers `workspace/configuration`; a client without it cannot be asked. */
  readonly configuration?: () => unknown;
  readonly initializationOptions?: unknown;
  /** What it says with `workspace/didChangeConfiguration`. */
  readonly changed?: unknown;
}

/** Opens the proposal's template in a folder; gives the codes of its problems, and what rendering it says. */
async function serve(folder: string, client: PoorClient): Promise<{ codes: unknown; refused: string }> {
  const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => server.on('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  if (client.configuration) connection.onRequest('workspace/configuration', client.configuration);
  connection.listen();
  const uri = URI.file(path.join(folder, TEMPLATE)).toString();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: URI.file(folder).toString(),
    capabilities: client.configuration ? { workspace: { configuration: true } } : {},
    initializationOptions: client.initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  const text = readFileSync(path.join(folder, TEMPLATE), 'utf8');
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'xml', version: 1, text },
  });
  if ('changed' in client)
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: client.changed });
  const found = await until('problems', () => published.findLast((sent) => sent.uri === uri)?.diagnostics);
  const render = { command: 'openstackVif.render', arguments: [{ uri }] };
  const refused: unknown = await connection.sendRequest('workspace/executeCommand', render).catch(String);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await exited;
  connection.dispose();
  return { codes: found.map(({ code }) => code), refused: String(refused) };
}

const fail = (): never => {
  throw new Error('This client has no settings.');
};

const WRONG = {
  driverPaths: 'drivers',
  computeKeys: { mac_address: true },
  templatePath: 7,
  pythonPath: ['python3'],
  driverTimeLimit: 'long',
  severity: 'off',
  inlayHints: null,
};

const CLIENTS: readonly (readonly [name: string, client: PoorClient])[] = [
  ['cannot be asked for settings', {}],
  ['has null for initializationOptions', { initializationOptions: null }],
  ['has a text for initializationOptions', { initializationOptions: 'off' }],
  ['has null for settings in initializationOptions', { initializationOptions: { settings: null } }],
  ['has a list for settings in initializationOptions', { initializationOptions: { settings: [] } }],
  ['has wrong types in initializationOptions', { initializationOptions: { settings: WRONG, trusted: 'yes' } }],
  ['answers with null', { configuration: () => null }],
  ['answers with an empty list', { configuration: () => [] }],
  ['answers with a list of null', { configuration: () => [null] }],
  ['answers with an empty section', { configuration: () => [{}] }],
  ['answers with a section of the wrong types', { configuration: () => [WRONG] }],
  ['answers with null for each setting', { configuration: () => [{ computeKeys: null, severity: null }] }],
  ['answers with a text', { configuration: () => 'off' }],
  ['answers with false', { configuration: () => [false] }],
  ['answers with a failure', { configuration: fail }],
  ['tells of a change to null', { configuration: () => [null], changed: null }],
  ['tells of a change, and cannot be asked', { changed: { openstackVif: null } }],
];

describe('missing settings mean the defaults, never "off", for a client that', () => {
  const { folder, dispose } = copyExample('proposal');
  after(dispose);

  for (const [name, client] of CLIENTS) {
    it(name, async () => {
      const { codes, refused } = await serve(folder, client);
      assert.deepEqual(codes, ['placeholder.not-provided']);
      assert.match(refused, /not trusted/);
    });
  }
});
