import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FileChangeType, type ServerCapabilities } from 'vscode-languageserver/node';
import * as protocol from '../../server/src/wire/protocol';
import { makeCanaryWorkspace, type CanaryWorkspace } from '../canary/canaryWorkspace';
import { Client, type ClientOptions } from './client';

/** Where a request is asked: a file, and a place in it. */
interface Place {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
  readonly range: { readonly start: Place['position']; readonly end: Place['position'] };
}

type Asked = readonly (readonly [method: string, params: object])[];
const options = { tabSize: 2, insertSpaces: true };

/**
 * How everything is asked for that a server can say it offers; of what is not in here, the test says that it is missing. So
 * a new feature cannot be announced without being asked for here.
 */
const REQUESTS: Readonly<Record<string, (place: Place) => Asked>> = {
  textDocumentSync: () => [],
  workspace: () => [],
  completionProvider: (place) => [['textDocument/completion', place]],
  hoverProvider: (place) => [['textDocument/hover', place]],
  definitionProvider: (place) => [['textDocument/definition', place]],
  referencesProvider: (place) => [['textDocument/references', { ...place, context: { includeDeclaration: true } }]],
  documentHighlightProvider: (place) => [['textDocument/documentHighlight', place]],
  renameProvider: (place) => [
    ['textDocument/prepareRename', place],
    ['textDocument/rename', { ...place, newName: 'other_name' }],
  ],
  documentSymbolProvider: (place) => [['textDocument/documentSymbol', place]],
  workspaceSymbolProvider: () => [['workspace/symbol', { query: 'a' }]],
  foldingRangeProvider: (place) => [['textDocument/foldingRange', place]],
  selectionRangeProvider: (place) => [['textDocument/selectionRange', { ...place, positions: [place.position] }]],
  documentLinkProvider: (place) => [['textDocument/documentLink', place]],
  semanticTokensProvider: (place) => [['textDocument/semanticTokens/full', place]],
  inlayHintProvider: (place) => [['textDocument/inlayHint', place]],
  codeLensProvider: (place) => [['textDocument/codeLens', place]],
  codeActionProvider: (place) => [
    ['textDocument/codeAction', { ...place, context: { diagnostics: [] } }],
    ['textDocument/codeAction', { ...place, context: { diagnostics: [], only: ['source.fixAll'] } }],
  ],
  documentFormattingProvider: (place) => [['textDocument/formatting', { ...place, options }]],
  documentRangeFormattingProvider: (place) => [['textDocument/rangeFormatting', { ...place, options }]],
  executeCommandProvider: ({ textDocument }) => [
    ['workspace/executeCommand', { command: 'openstackVif.render', arguments: [textDocument] }],
    ['workspace/executeCommand', { command: 'openstackVif.render', arguments: [{ ...textDocument, driver: 'drivers.canary.Canary' }] }], // prettier-ignore
  ],
};

/** The same for what goes beyond LSP: the names that the protocol exports, but those that the server itself sends. */
const OWN: Readonly<Record<string, (uri: string) => object>> = {
  [protocol.SELECTION]: (uri) => ({ uri }),
  [protocol.EXPLORER]: () => ({}),
  [protocol.EXPLORER_DRIVERS]: (uri) => ({ conf: uri }),
  [protocol.NEW_REQUEST]: (uri) => ({ uri }),
  [protocol.TOPOLOGY]: (uri) => ({ uri, vifType: 'bridge', driver: 'drivers.canary.Canary', part: 'file', command: 'x' }), // prettier-ignore
  [protocol.CHOOSE_CONF]: (uri) => ({ uri, conf: uri }),
  [protocol.CHOOSE_REQUEST]: (uri) => ({ uri, request: uri }),
  [protocol.CLOSE_RENDERING]: (uri) => ({ uri, vifType: 'bridge', driver: 'drivers.canary.Canary', part: 'file' }),
};
const SENT_BY_SERVER = [protocol.RENDERING_CHANGED, protocol.EXPLORER_CHANGED, protocol.READ_FILE, protocol.READ_DIRECTORY, protocol.FIND_FILES]; // prettier-ignore
const NOTIFICATIONS = [protocol.CHOOSE_CONF, protocol.CHOOSE_REQUEST, protocol.CLOSE_RENDERING];

const FILES = [
  ...['in-python', 'in-javascript', 'in-cheetah', 'in-flags'].flatMap((each) => [
    `${each}/nova.conf`,
    `${each}/vif-request.json`,
  ]),
  ...[
    'in-python/bridge.vif.xml',
    'in-javascript/bridge.vif.xml',
    'in-flags/bridge.vif.xml',
    'in-cheetah/libvirt.xml.template',
  ],
  ...['drivers/canary.py', 'drivers/base.py', 'drivers/__init__.py', 'in-python/drivers/canary.py', 'sitecustomize.py'],
  ...['in-javascript/canary_js.cjs', 'in-javascript/other.mjs', 'evil.js'],
];
/** In so many places of each file everything is asked. */
const PLACES = 6;

/** The capabilities that stand in an answer to `initialize`. */
function announced(capabilities: ServerCapabilities): readonly string[] {
  return Object.entries(capabilities).flatMap(([name, value]) => (value === undefined || value === false ? [] : name));
}

describe('without trust nothing of the workspace is run', function () {
  this.timeout(120_000);
  let top = '';
  let canary: CanaryWorkspace;
  let server: Client;
  beforeEach(() => {
    top = mkdtempSync(path.join(realpathSync(tmpdir()), 'vif-canary-'));
    canary = makeCanaryWorkspace(path.join(top, 'workspace'), path.join(top, 'marks'));
  });
  afterEach(async () => {
    await server.stop();
    rmSync(top, { recursive: true });
  });

  /** Starts a server in the workspace's folder, with a PATH that holds its programs first, and settings that name them. */
  async function start(more: Partial<ClientOptions> = {}): Promise<void> {
    const { folder, programFolders } = canary;
    const own = programFolders.flatMap((each) => [each, path.join(folder, each)]);
    const searchPath = ['', ...own, process.env.PATH ?? ''].join(path.delimiter);
    const environment = { ...process.env, PATH: searchPath, PYTHONPATH: folder, PYTHONSTARTUP: path.join(folder, 'evil.py') }; // prettier-ignore
    const configuration = { pythonPath: path.join(folder, 'bin/python3'), driverPaths: ['drivers', '.'], driverTimeLimit: 30 }; // prettier-ignore
    server = await Client.start({ folder, environment, workingFolder: folder, configuration, ...more });
  }

  async function askEverythingAt(place: Place, capabilities: readonly string[]): Promise<void> {
    for (const [method, params] of capabilities.flatMap((name) => REQUESTS[name]?.(place) ?? []))
      await server.request(method, params).catch(() => undefined);
  }

  async function askEverything(capabilities: readonly string[]): Promise<void> {
    for (const file of FILES) {
      await server.open(file);
      const document = server.document(file);
      for (let index = 0; index < PLACES; index++) {
        const offset = Math.floor((document.getText().length * index) / (PLACES - 1));
        const position = document.positionAt(offset);
        const range = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
        await askEverythingAt({ textDocument: { uri: document.uri }, position, range }, capabilities);
      }
      for (const [method, paramsOf] of Object.entries(OWN)) {
        const params = paramsOf(document.uri);
        if (NOTIFICATIONS.includes(method)) await server.notify(method, params);
        else await server.request(method, params).catch(() => undefined);
      }
      await server.edit(file, document.getText().charAt(0), ` ${document.getText().charAt(0)}`);
      await server.saved(file);
    }
    await server.changedOnDisk(
      ...FILES.map((file) => [file, FileChangeType.Changed] satisfies [string, FileChangeType]),
    );
    await server.notify('workspace/didChangeConfiguration', { settings: {} });
    for (const file of FILES) await server.close(file);
  }

  const CLIENTS: readonly (readonly [what: string, more: Partial<ClientOptions>])[] = [
    ['in a client that says nothing about trust', {}],
    ['in a client that says there is none', { trusted: false }],
    ['in a client that has every ability', { liveRenderings: true, explorer: true }],
  ];
  for (const [what, more] of CLIENTS) {
    it(`${what}: every feature that is announced is asked for, and leaves no mark`, async () => {
      await start(more);
      const capabilities = announced(server.initialized?.capabilities ?? {});
      assert.deepEqual(capabilities.filter((name) => !Object.hasOwn(REQUESTS, name)), [], 'say in REQUESTS how to ask for it'); // prettier-ignore
      assert.ok(capabilities.length > 15);
      const before = canary.contents();
      await askEverything(capabilities);
      const asked = ['workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration'];
      assert.deepEqual(server.registered.filter((method) => !asked.includes(method)), [], 'ask for it, too'); // prettier-ignore
      assert.deepEqual(canary.marks(), []);
      assert.deepEqual(canary.contents(), before);
    });
  }

  it('knows how to ask for everything of our own protocol', () => {
    server = { stop: () => Promise.resolve(0) } as unknown as Client;
    const names = Object.values<unknown>({ ...protocol }).filter((value) => typeof value === 'string' && value.startsWith('openstackVif/')); // prettier-ignore
    const known = [...Object.keys(OWN), ...SENT_BY_SERVER, protocol.TRUST_GRANTED];
    assert.deepEqual([...names].sort(), [...known].sort());
  });

  it('refuses to render, and says why', async () => {
    await start();
    await assert.rejects(server.render({ uri: server.uri('in-python/bridge.vif.xml') }), /trust/i);
    assert.deepEqual(canary.marks(), []);
  });

  it('sings once there is trust: the mark of the driver is left when it is asked to run, and of no program of the workspace', async () => {
    const relative = ['', ...canary.programFolders, process.env.PATH ?? ''].join(path.delimiter);
    await start({ configuration: {}, trusted: true, environment: { ...process.env, PATH: relative, PYTHONPATH: canary.folder } }); // prettier-ignore
    await askEverything(announced(server.initialized?.capabilities ?? {}).filter((name) => name !== 'executeCommandProvider')); // prettier-ignore
    assert.deepEqual(canary.marks(), []);
    await server.notify(protocol.CHOOSE_CONF, { uri: server.uri('in-flags/nova.conf'), conf: null });
    await server.render({
      uri: server.uri('in-flags/bridge.vif.xml'),
      request: server.uri('in-flags/vif-request.json'),
    });
    const marks = canary.marks();
    assert.ok(marks.includes('driver_imported') && marks.includes('driver_called'), marks.join());
    assert.deepEqual(marks.filter((mark) => !/^(?:driver|base|package)_/.test(mark)), []); // prettier-ignore
    assert.equal(existsSync(path.join(canary.folder, 'drivers/__pycache__')), false);
  });
});
