import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Connection,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { fitsGlob } from '../../client/src/nameGlob';
import { browserPlatform } from '../../server/src/wire/browserPlatform';
import { nodePlatform } from '../../server/src/wire/nodePlatform';
import type { Platform } from '../../server/src/wire/platform';
import { serve } from '../../server/src/wire/languageServer';
import type {
  FindFilesParams,
  ReadDirectoryParams,
  ReadFileParams,
  RenderAnswer,
} from '../../server/src/wire/protocol';
import { messageOf, until } from './client';

const EXAMPLE = path.join(__dirname, '../../examples/proposal');
const ROOT = 'memfs:/';
const TEMPLATE = `${ROOT}802.1Qbh.vif.xml`;
const DRIVER = `${ROOT}proposal_driver.py`;
const CONF = `${ROOT}nova.conf`;

/** The texts of an example, by URI. */
function exampleTexts(): Map<string, string> {
  return new Map(readdirSync(EXAMPLE).map((name) => [ROOT + name, readFileSync(path.join(EXAMPLE, name), 'utf8')]));
}

/** A client that has the files of a folder, and takes its time to answer for each. */
class FilesClient {
  readonly texts = exampleTexts();
  readonly published: PublishDiagnosticsParams[] = [];
  readonly asked: string[] = [];
  readonly #connection: ProtocolConnection;

  constructor(platform: (connection: Connection) => Platform) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    serve(server, platform(server));
    this.#connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.#answer();
    this.#connection.listen();
  }

  async start(): Promise<void> {
    const folders = [{ uri: ROOT, name: 'example' }];
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const initializationOptions = { trusted: true };
    await this.request('initialize', {
      processId: null,
      capabilities,
      workspaceFolders: folders,
      initializationOptions,
    });
    await this.notify('initialized', {});
  }

  request<Answer>(method: string, params: unknown): Promise<Answer> {
    return this.#connection.sendRequest<Answer>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** Waits until the last that was published for a file has exactly these codes. */
  codes(uri: string, codes: readonly string[]): Promise<readonly Diagnostic[]> {
    return until(`${codes.join()} in ${uri}`, () => {
      const last = this.published.findLast((published) => published.uri === uri);
      const same = JSON.stringify(last?.diagnostics.map(({ code }) => code)) === JSON.stringify(codes);
      return same ? last?.diagnostics : undefined;
    });
  }

  stop(): void {
    this.#connection.dispose();
  }

  #answer(): void {
    const connection = this.#connection;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('openstackVif/readFile', async ({ uri }: ReadFileParams) => {
      this.asked.push(uri);
      await rest();
      return this.texts.get(uri) ?? null;
    });
    connection.onRequest('openstackVif/readDirectory', async ({ uri }: ReadDirectoryParams) => {
      await rest();
      return uri === ROOT ? [...this.texts.keys()].map((each) => each.slice(ROOT.length)) : [];
    });
    connection.onRequest('openstackVif/findFiles', async ({ patterns }: FindFilesParams) => {
      await rest();
      const fits = (uri: string): boolean => patterns.some((pattern) => fitsGlob(uri.slice(ROOT.length), pattern));
      return [...this.texts.keys()].filter(fits);
    });
  }
}

/** Long enough for a server that does not wait to publish what it makes of the files that it has. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

/** Where files lie that only the client has: all of them in a browser, and on a machine those of a repository that is not cloned. */
const PLATFORMS = { 'in a browser': browserPlatform, 'on a machine': nodePlatform };

for (const [where, platform] of Object.entries(PLATFORMS)) {
  describe(`the server of files that the client has, ${where}`, () => {
    let client: FilesClient;
    beforeEach(async () => {
      client = new FilesClient(platform);
      await client.start();
    });
    afterEach(() => {
      client.stop();
    });

    it('finds the fault in files that the client has, at the root of a file system', async () => {
      const [problem] = await client.codes(TEMPLATE, ['placeholder.not-provided']);
      assert.match(messageOf(problem), /does not provide 'device_name'.*Did you mean 'source_device'/);
      assert.deepEqual(
        problem?.relatedInformation?.map(({ location }) => location.uri),
        [DRIVER, DRIVER, CONF],
      );
    });

    it('publishes nothing while a file is under way that the problems hang on', async () => {
      await client.codes(TEMPLATE, ['placeholder.not-provided']);
      const codes = client.published.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
      assert.deepEqual([...new Set(codes)].sort(), ['driver.key-unused', 'placeholder.not-provided']);
    });

    it('answers the first question right', async () => {
      const position = { line: 2, character: 20 };
      const hover = await client.request<Hover | null>('textDocument/hover', {
        textDocument: { uri: TEMPLATE },
        position,
      });
      assert.match(JSON.stringify(hover?.contents), /device_name/);
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: TEMPLATE },
        range: { start: position, end: position },
        context: { diagnostics: [] },
      });
      assert.ok(
        actions.some(({ title }) => title === "Rename the placeholder to 'source_device'"),
        JSON.stringify(actions),
      );
    });

    it('asks once for each file, and again when it has changed', async () => {
      await client.codes(TEMPLATE, ['placeholder.not-provided']);
      assert.deepEqual([...new Set(client.asked)], client.asked);
      client.texts.set(DRIVER, (client.texts.get(DRIVER) ?? '').replaceAll('source_device', 'device_name'));
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: DRIVER, type: 2 }] });
      await client.codes(TEMPLATE, []);
      assert.equal(client.asked.filter((uri) => uri === DRIVER).length, 2);
    });

    it('notices a file that is made, and one that is gone', async () => {
      await client.codes(TEMPLATE, ['placeholder.not-provided']);
      const driver = client.texts.get(DRIVER) ?? '';
      client.texts.delete(DRIVER);
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: DRIVER, type: 3 }] });
      await client.codes(CONF, ['selection.driver-module-not-found']);
      await client.codes(TEMPLATE, []);
      client.texts.set(DRIVER, driver);
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: DRIVER, type: 1 }] });
      await client.codes(CONF, []);
      await client.codes(TEMPLATE, ['placeholder.not-provided']);
    });

    it('says in a sentence that it can run no driver', async () => {
      const command = { command: 'openstackVif.render', arguments: [{ uri: TEMPLATE }] };
      const answer = client.request<RenderAnswer>('workspace/executeCommand', command);
      assert.match(await answer.then(({ message }) => message ?? '', String), /No driver can be run here/);
    });
  });
}
