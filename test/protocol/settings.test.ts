import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Opens the proposal's template in a folder; gives the codes of its problems, and what rendering it answers. */
async function serve(
  folder: string,
  client: PoorClient,
  driver?: string,
): Promise<{ codes: unknown; rendered: unknown }> {
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
  const found = (): PublishDiagnosticsParams | undefined => published.findLast((sent) => sent.uri === uri);
  await until('problems', found);
  const render = { command: 'openstackVif.render', arguments: [{ uri, driver }] };
  const rendered: unknown = await connection.sendRequest('workspace/executeCommand', render).catch(String);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await exited;
  connection.dispose();
  return { codes: found()?.diagnostics.map(({ code }) => code), rendered };
}

const fail = (): never => {
  throw new Error('This client has no settings.');
};

const DRIVER = `class Driver:
    output_keys = ['device_name', 'profile_name']

    def getVIFConfiguration(self, instance, network):
        return {'device_name': 'eth5', 'profile_name': 'enterprise'}
`;

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
      const { codes, rendered } = await serve(folder, client);
      assert.deepEqual(codes, ['placeholder.not-provided']);
      assert.match(String(rendered), /not trusted/);
    });
  }

  const IGNORE = { settings: { severity: { 'placeholder.not-provided': 'ignore' } } };
  const TELLING: readonly (readonly [name: string, client: PoorClient])[] = [
    ['cannot be asked', { initializationOptions: IGNORE }],
    ['answers with a list of null', { initializationOptions: IGNORE, configuration: () => [null] }],
    ['answers with a failure', { initializationOptions: IGNORE, configuration: fail }],
    ['tells of a change', { initializationOptions: IGNORE, configuration: () => [null], changed: null }],
  ];
  for (const [name, client] of TELLING) {
    it(`${name}: what it said when it started counts`, async () => {
      assert.deepEqual((await serve(folder, client)).codes, []);
    });
  }

  it('cannot be asked: relative paths start at its folder', async () => {
    mkdirSync(path.join(folder, 'drivers'), { recursive: true });
    writeFileSync(path.join(folder, 'drivers/elsewhere.py'), DRIVER);
    const settings = { driverPaths: ['drivers'] };
    const { rendered } = await serve(
      folder,
      { initializationOptions: { settings, trusted: true } },
      'elsewhere.Driver',
    );
    assert.match(JSON.stringify(rendered), /"xml":"<interface/);
  });

  it('answers with a failure, but has trust: it renders as ever', async () => {
    const { rendered } = await serve(folder, { configuration: fail, initializationOptions: { trusted: true } });
    assert.match(JSON.stringify(rendered), /"xml":"<interface/);
  });
});
