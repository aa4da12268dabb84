import assert from 'node:assert/strict';
import path from 'node:path';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { RENDER_COMMAND, type InitializationOptions, type RenderAnswer } from '../../../server/src/wire/protocol';
import { REQUESTS, type Asked } from './requests';

const REFUSALS: readonly number[] = [
  LSPErrorCodes.RequestFailed,
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
];

/** A server at the other end of a connection. */
export interface Server {
  readonly client: ProtocolConnection;
  readonly dispose: () => void;
}

/** An editor that plays anything against a server, and keeps what the server says. */
export class TrafficClient {
  readonly documents = new Map<string, TextDocument>();
  readonly published = new Map<string, PublishDiagnosticsParams>();
  /** What the server should never have said. */
  readonly wrong: string[] = [];

  /** Versions go on over all files, so that what was said of a file before it was closed is told from what is said of it now. */
  #version = 0;
  #settings: unknown = null;

  constructor(
    readonly folder: string,
    private readonly server: Server,
  ) {
    this.#client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#keep(params);
    });
    this.#client.onNotification('window/logMessage', ({ type, message }: LogMessageParams) => {
      if (type === MessageType.Error) this.wrong.push(message);
    });
    this.#client.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
      items.map(() => this.#settings),
    );
    this.#client.onRequest('client/registerCapability', () => null);
  }

  get #client(): ProtocolConnection {
    return this.server.client;
  }

  /** `initializationOptions` are those of the server: it runs no driver unless they say that the folder is trusted. */
  async start(initializationOptions: InitializationOptions = {}): Promise<void> {
    const uri = URI.file(this.folder).toString();
    await this.#client.sendRequest('initialize', {
      processId: null,
      rootUri: uri,
      initializationOptions,
      workspaceFolders: [{ uri, name: 'fuzz' }],
      capabilities: {
        workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
        textDocument: { publishDiagnostics: { relatedInformation: true } },
      },
    });
    await this.notify('initialized', {});
  }

  uri(name: string): string {
    return URI.file(path.join(this.folder, name)).toString();
  }

  async open(name: string, languageId: string, text: string): Promise<void> {
    const document = TextDocument.create(this.uri(name), languageId, ++this.#version, text);
    this.documents.set(document.uri, document);
    const { uri, version } = document;
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  async change(document: TextDocument, start: number, end: number, text: string): Promise<void> {
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    TextDocument.update(document, [{ range, text }], ++this.#version);
    const { uri, version } = document;
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  }

  async close(document: TextDocument): Promise<void> {
    this.documents.delete(document.uri);
    await this.notify('textDocument/didClose', { textDocument: { uri: document.uri } });
  }

  async configure(settings: unknown): Promise<void> {
    this.#settings = settings;
    await this.notify('workspace/didChangeConfiguration', { settings: { openstackVif: settings } });
  }

  async notify(method: string, params: object): Promise<void> {
    await this.#client.sendNotification(method, params);
  }

  /** The answer to a request; `undefined` where it was refused as a request may be, or cancelled. */
  async ask(method: string, asked: Asked, isCancelled = false): Promise<unknown> {
    const cancellation = new CancellationTokenSource();
    const answer = this.#client.sendRequest(method, REQUESTS[method]?.(asked) ?? {}, cancellation.token);
    if (isCancelled) cancellation.cancel();
    try {
      return await answer;
    } catch (error) {
      assert.ok(error instanceof ResponseError && REFUSALS.includes(error.code), `${method}: ${String(error)}`);
      return undefined;
    }
  }

  /** Renders a template by running its driver; gives the interface XML. */
  async render(uri: string): Promise<string | null> {
    const answer = await this.#client.sendRequest<RenderAnswer>('workspace/executeCommand', {
      command: RENDER_COMMAND,
      arguments: [{ uri }],
    });
    return answer.xml;
  }

  /** Waits until the server has nothing more to say: it answers in order, and publishes before it looks at what comes later. */
  async rest(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      await this.#client.sendRequest('workspace/symbol', { query: '' });
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  }

  async stop(): Promise<void> {
    await this.#client.sendRequest('shutdown');
    this.server.dispose();
  }

  #keep(params: PublishDiagnosticsParams): void {
    const { uri, version } = params;
    const document = this.documents.get(uri);
    if (document && version !== undefined && version > document.version)
      this.wrong.push(`${uri} has no version ${version} yet.`);
    this.published.set(uri, params);
  }
}
