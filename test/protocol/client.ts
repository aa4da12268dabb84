import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CancellationTokenSource,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type ConfigurationParams,
  type Diagnostic,
  MessageType,
  type FileChangeType,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  type TextDocumentClientCapabilities,
  type WorkspaceEdit,
  type WorkspaceEditClientCapabilities,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type {
  InitializationOptions,
  RenderAnswer,
  RenderingName,
  TopologyAnswer,
} from '../../server/src/wire/protocol';

/** What a log shows of the levels of LSP. */
const LEVELS: Readonly<Record<MessageType, string>> = {
  [MessageType.Error]: 'error',
  [MessageType.Warning]: 'warning',
  [MessageType.Info]: 'info',
  [MessageType.Log]: 'log',
  [MessageType.Debug]: 'debug',
};

const SERVER = path.join(__dirname, '../../dist/server.js');
/** The servers that are running. */
const RUNNING = new Set<ChildProcess>();

/** Ends the servers that nobody stopped, because a test failed before it came to that: mocha would wait for them. */
after(async () => {
  await Promise.all(
    [...RUNNING].map(async (server) => {
      const exited = once(server, 'exit');
      server.kill('SIGKILL');
      await exited;
    }),
  );
});

/** How long (ms) anything may take before a test gives up waiting for it. */
const PATIENCE = 15_000;

export interface ClientOptions extends InitializationOptions {
  /** The workspace folder. */
  readonly folder: string;
  /** Whether the client watches the disk; it does by default. */
  readonly watchesDisk?: boolean;
  /** The environment of the server, in place of this process's own. */
  readonly environment?: NodeJS.ProcessEnv;
  /** The folder that the server's process works in, in place of this process's own. */
  readonly workingFolder?: string;
  /** Further workspace folders. */
  readonly otherFolders?: readonly string[];
  /** What the client answers to `workspace/configuration`, for every scope. */
  readonly configuration?: unknown;
  /** What it answers for a workspace folder, in place of `configuration`. */
  readonly folderConfiguration?: Readonly<Record<string, unknown>>;
  /** What the client can do with text documents. */
  readonly textDocument?: TextDocumentClientCapabilities;
  /** What it can do with edits of several files. */
  readonly workspaceEdit?: WorkspaceEditClientCapabilities;
}

/** Waits until `probe` gives something, so long (ms) at most, and says what was waited for when it does not. */
export async function until<T>(what: string, probe: () => T | undefined, patience = PATIENCE): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = probe();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The message of a diagnostic, for a test to look at. */
export function messageOf(diagnostic: Diagnostic | undefined): string {
  return typeof diagnostic?.message === 'string' ? diagnostic.message : (diagnostic?.message.value ?? '');
}

/** A client that speaks to the built server over stdio, as any editor does. */
export class Client {
  readonly renderings: RenderAnswer[] = [];
  readonly log: string[] = [];
  /** The lines of the log, each after its level. */
  readonly levels: string[] = [];
  /** How often the server said that the explorer's tree may look different. */
  explorerChanges = 0;
  /** Every publication, in its order. */
  readonly published: PublishDiagnosticsParams[] = [];
  initialized: InitializeResult | undefined;
  /** The methods that the server registered after its start. */
  readonly registered: string[] = [];

  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #exited: Promise<number | null>;
  readonly #documents = new Map<string, TextDocument>();

  private constructor(
    private readonly options: Omit<ClientOptions, 'environment' | 'workingFolder'>,
    env: NodeJS.ProcessEnv = process.env,
    cwd?: string,
  ) {
    this.#process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env, cwd });
    RUNNING.add(this.#process);
    this.#exited = new Promise((resolve) =>
      this.#process.on('exit', (code) => {
        RUNNING.delete(this.#process);
        resolve(code);
      }),
    );
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('The server has no pipes.');
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  }

  /** Starts a server and initializes it. */
  static async start({ environment, workingFolder, ...options }: ClientOptions): Promise<Client> {
    const client = new Client(options, environment, workingFolder);
    await client.#initialize();
    return client;
  }

  /** The URI of a file: of the first folder, unless its path is absolute. */
  uri(file: string): string {
    return URI.file(path.resolve(this.options.folder, file)).toString();
  }

  /** Opens a file with what is on the disk, or with another text. */
  async open(file: string, text?: string): Promise<void> {
    const written = text ?? readFileSync(path.resolve(this.options.folder, file), 'utf8');
    const document = TextDocument.create(this.uri(file), languageOf(file), 1, written);
    this.#documents.set(document.uri, document);
    const { uri, languageId, version } = document;
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text: written },
    });
  }

  /** Puts `newText` in place of the first `oldText` of an open file: an incremental edit. */
  async edit(file: string, oldText: string, newText: string): Promise<void> {
    const document = this.document(file);
    const start = document.getText().indexOf(oldText);
    if (start < 0) throw new Error(`${file} does not hold ${oldText}`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + oldText.length) };
    await this.#change(document, [{ range, text: newText }]);
  }

  /** Tells that an open file was saved; the test writes it. */
  async saved(file: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didSave', { textDocument: { uri: this.uri(file) } });
  }

  async close(file: string): Promise<void> {
    this.#documents.delete(this.uri(file));
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(file) } });
  }

  /** Tells of a change on the disk. */
  async changedOnDisk(...changes: readonly [file: string, type: FileChangeType][]): Promise<void> {
    const events = changes.map(([file, type]) => ({ uri: this.uri(file), type }));
    await this.#connection.sendNotification('workspace/didChangeWatchedFiles', { changes: events });
  }

  document(file: string): TextDocument {
    const document = this.#documents.get(this.uri(file));
    if (!document) throw new Error(`${file} is not open`);
    return document;
  }

  /** The diagnostics of a file as they were last published. */
  diagnostics(file: string): readonly Diagnostic[] | undefined {
    return this.published.findLast(({ uri }) => uri === this.uri(file))?.diagnostics;
  }

  /** Waits until the codes published for a file are these; for an open one, as it was told last. */
  async codes(file: string, expected: readonly string[]): Promise<readonly Diagnostic[]> {
    const wanted = JSON.stringify(expected);
    const codes = (): readonly unknown[] | undefined =>
      this.#isAnswered(file) ? (this.diagnostics(file) ?? []).map(({ code }) => code) : undefined;
    try {
      return await until('', () => (JSON.stringify(codes()) === wanted ? (this.diagnostics(file) ?? []) : undefined));
    } catch {
      throw new Error(`${file}: waited for ${wanted}, last were ${JSON.stringify(this.diagnostics(file))}`);
    }
  }

  /** Waits until the server has answered the version of an open file that it was told last, so long (ms) at most. */
  async answered(file: string, patience = PATIENCE): Promise<void> {
    const { version } = this.document(file);
    await until(`an answer to version ${version} of ${file}`, () => this.#isAnswered(file) || undefined, patience);
  }

  /** The text that a range of an open file covers. */
  textAt(file: string, { range }: Pick<Diagnostic, 'range'>): string {
    return this.document(file).getText(range);
  }

  /** The code actions at the first place of `text` in an open file. */
  async codeActions(file: string, text: string): Promise<readonly CodeAction[]> {
    const document = this.document(file);
    const position = document.positionAt(document.getText().indexOf(text));
    const params = {
      textDocument: { uri: document.uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    };
    return this.#connection.sendRequest('textDocument/codeAction', params);
  }

  /** Applies an edit to the open documents, as an editor does. */
  async apply({ changes = {} }: WorkspaceEdit): Promise<void> {
    for (const [uri, edits] of Object.entries(changes)) {
      const document = this.#documents.get(uri);
      if (!document) throw new Error(`${uri} is not open`);
      const text = TextDocument.applyEdits(document, edits);
      const range = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
      await this.#change(document, [{ range, text }]);
    }
  }

  /** Asks for the picture of a rendering, whose links run `reveal`. */
  async topology(name: RenderingName): Promise<TopologyAnswer | null> {
    return this.#connection.sendRequest('openstackVif/topology', { ...name, command: 'reveal' });
  }

  /** Asks for a rendering; rejects with the server's error. */
  async render(params: unknown): Promise<RenderAnswer> {
    return this.#connection.sendRequest('workspace/executeCommand', {
      command: 'openstackVif.render',
      arguments: [params],
    });
  }

  async notify(method: string, params?: unknown): Promise<void> {
    await (params === undefined
      ? this.#connection.sendNotification(method)
      : this.#connection.sendNotification(method, params));
  }

  async request(method: string, params: unknown): Promise<unknown> {
    return this.#connection.sendRequest(method, params);
  }

  /** Sends a request that can be cancelled. */
  cancellable(method: string, params: unknown): { readonly answer: Promise<unknown>; readonly cancel: () => void } {
    const source = new CancellationTokenSource();
    const answer = this.#connection.sendRequest<unknown>(method, params, source.token);
    return {
      answer,
      cancel: () => {
        source.cancel();
      },
    };
  }

  /** Shuts the server down as LSP says; gives the exit code of its process. */
  async stop(): Promise<number | null> {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    const code = await this.#exited;
    this.#connection.dispose();
    return code;
  }

  /** Goes away without a word, as an editor that crashes. Gives the exit code of the server's process. */
  async vanish(): Promise<number | null> {
    this.#process.stdin?.destroy();
    return this.#exited;
  }

  /** Ends the server's process by a signal, as a system that shuts down, or a user. Gives its exit code, null where the signal itself has ended it. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.#process.kill(signal);
    return this.#exited;
  }

  /** Whether an open file was answered in the version that the server was told last; of a file that is not open, no answer means that it has no problem. */
  #isAnswered(file: string): boolean {
    const document = this.#documents.get(this.uri(file));
    if (!document) return true;
    return this.published.some(({ uri, version }) => uri === document.uri && version === document.version);
  }

  async #initialize(): Promise<void> {
    const { folder, otherFolders = [], watchesDisk = true, textDocument = {}, ...others } = this.options;
    const { configuration, folderConfiguration = {}, workspaceEdit = {}, ...initializationOptions } = others;
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    this.#connection.onNotification('openstackVif/renderingChanged', (answer: RenderAnswer) => {
      this.renderings.push(answer);
    });
    this.#connection.onNotification('openstackVif/explorerChanged', () => {
      this.explorerChanges++;
    });
    this.#connection.onNotification(
      'window/logMessage',
      ({ message, type }: { message: string; type: MessageType }) => {
        this.log.push(message);
        this.levels.push(`${LEVELS[type]}: ${message}`);
      },
    );
    this.#connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    this.#connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ scopeUri }) => {
        const folder = scopeUri === undefined ? '' : URI.parse(scopeUri).fsPath;
        return folderConfiguration[folder] ?? configuration ?? null;
      }),
    );
    this.#connection.listen();
    const roots = [folder, ...otherFolders].map((root) => URI.file(root).toString());
    this.initialized = await this.#connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: roots[0],
      workspaceFolders: roots.map((uri) => ({ uri, name: path.basename(uri) })),
      capabilities: {
        textDocument,
        workspace: {
          configuration: true,
          workspaceFolders: true,
          workspaceEdit,
          didChangeWatchedFiles: { dynamicRegistration: watchesDisk },
        },
      },
      initializationOptions,
    });
    await this.#connection.sendNotification('initialized', {});
  }

  async #change(document: TextDocument, contentChanges: { range: Diagnostic['range']; text: string }[]): Promise<void> {
    TextDocument.update(document, contentChanges, document.version + 1);
    const { uri, version } = document;
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }
}

function languageOf(file: string): string {
  if (file.endsWith('.vif.xml')) return 'vif-template';
  if (file.endsWith('.conf')) return 'nova-conf';
  if (file.endsWith('.json')) return 'json';
  return file.endsWith('.py') ? 'python' : 'javascript';
}
