import type { ClientCapabilities, CodeAction, CodeActionParams, Connection } from 'vscode-languageserver';
import { codeActions } from '../languageFeatures/codeActions';
import { toSpan } from '../languageFeatures/convert';
import { requestNeeds } from '../languageFeatures/requestNeeds';
import type { WorkspaceView } from '../languageFeatures/workspaceView';
import type { Problem } from '../problems';
import { newRequest } from '../request/newRequest';
import { normalized } from '../workspace/files';
import { Workspace } from '../workspace/workspace';
import { Changes } from './changes';
import { ClientFacts } from './clientFacts';
import { Configuration } from './configuration';
import { Documents } from './documents';
import { FolderChoices } from './folderChoices';
import type { Platform } from './platform';
import { Publisher } from './publisher';
import { Refresher } from './refresher';
import { Renderings } from './renderings';
import { startedAtOnce, startOf, type Start } from './start';
import { makeView } from './view';

/** What one client has told, and the services that answer it. */
export class Session {
  readonly client = new ClientFacts();
  readonly configuration = new Configuration();
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly publisher: Publisher;
  readonly refresher: Refresher;
  readonly renderings: Renderings;
  readonly changes: Changes;
  /** The nova.confs that the user has chosen. */
  readonly choices: FolderChoices;

  readonly #requests: FolderChoices;
  #start: Start = startedAtOnce;
  #isStopped = false;
  #roots: readonly string[] = [];

  constructor(
    connection: Connection,
    private readonly platform: Platform,
  ) {
    this.workspace = new Workspace(platform.disk, platform.shippedFolder);
    this.workspace.settingsOf = (uri) => this.configuration.of(this.workspace.rootOf(uri)).workspace;
    const rootOf = (uri: string): string | undefined => this.workspace.rootOf(uri);
    this.choices = new FolderChoices(rootOf);
    this.#requests = new FolderChoices(rootOf);
    this.documents = new Documents(this.workspace);
    this.refresher = new Refresher(connection, () => this.client.capabilities);
    this.publisher = this.#makePublisher(connection);
    this.renderings = this.#makeRenderings(connection);
    this.changes = new Changes(this);
    platform.disk.arrivals?.onArrival(() => {
      this.workspace.arrived();
      this.changes.checkAll();
    });
  }

  /** Takes what the client can do, as it says when it starts. */
  setCapabilities(capabilities: ClientCapabilities): void {
    this.client.capabilities = capabilities;
    const { codeDescriptionSupport } = capabilities.textDocument?.publishDiagnostics ?? {};
    if (codeDescriptionSupport) this.publisher.links = this.platform.problemLinks();
  }

  get roots(): readonly string[] {
    return this.#roots;
  }

  /** Fulfilled when the files are found and the settings known. */
  get ready(): Promise<unknown> {
    return this.#start.whole;
  }

  /** Takes note of what is under way at the start: `searched` is fulfilled when the files are found, `configured` when the settings are known. */
  starting(searched: Promise<unknown>, configured: Promise<unknown>): void {
    this.#start = startOf(searched, configured, () => this.#lookAround());
  }

  /** The files as they are known now, for the features. */
  async view(): Promise<WorkspaceView> {
    await this.#start.answerable;
    return this.#view();
  }

  /** The same once all files are found, for an answer that has to know of all. */
  async wholeView(): Promise<WorkspaceView> {
    await this.ready;
    return this.#view();
  }

  /** The same as `view`, with the drivers that a nova.conf could select: finding them takes a walk through its folders. */
  async viewWithDrivers(uri: string): Promise<WorkspaceView> {
    await this.#start.answerable;
    const names = this.workspace.kind(uri) === 'nova-conf' ? await this.workspace.driverNames(uri) : [];
    return makeView(this.workspace.views, this.documents, this.renderings.live, names);
  }

  /** Takes the workspace's folders, finds the files in them and publishes their problems. */
  async setRoots(roots: readonly string[]): Promise<void> {
    this.#roots = roots;
    await this.workspace.setRoots(roots);
    this.changes.checkAll();
    await this.workspace.allKnown();
  }

  /** Takes the settings as a client sends them: in whole, and for each of the roots. What it leaves out is as it said at the start. */
  setSettings(section: unknown, sections: readonly unknown[] = []): void {
    const said = (given: unknown): unknown => given ?? this.client.initialSettings;
    this.configuration.set(said(section), this.#roots, sections.map(said));
    this.workspace.configured();
    this.changes.checkAll();
  }

  /** Lets another nova.conf govern the templates of a file's folder. */
  chooseConf(uri: string, conf: string | undefined): void {
    this.choices.choose(uri, conf);
    this.workspace.choice = this.choices;
    this.changes.checkAll();
  }

  /** Renders the templates of a file's folder with another request. */
  chooseRequest(uri: string, request: string | undefined): void {
    this.#requests.choose(uri, request);
    this.workspace.chosenRequest = (file) => this.#requests.of(file);
    this.renderings.touched(uri);
    this.changes.checkAll();
  }

  /** The text of a new request for a template; `null` where there is no template. */
  async newRequest(uri: string, vifType: string | undefined): Promise<string | null> {
    const needs = requestNeeds(await this.view(), uri, vifType);
    return needs ? newRequest(this.platform.defaultRequest?.() ?? '{}', needs) : null;
  }

  /** What is wrong with a file: what reading tells, and what renderings have found beside that. */
  problems(uri: string): readonly Problem[] {
    const problems = this.workspace.problems(uri);
    const rendered = this.renderings.live.problems(uri);
    if (rendered.length === 0) return problems;
    const known = new Set(problems.map(({ span }) => span.start));
    const isBroken = problems.some(({ severity }) => severity === 'error');
    const found = rendered
      .filter(({ code, span }) => code !== 'render.unfilled' || !known.has(span.start))
      .filter(({ code }) => code !== 'cheetah.output-malformed' || !isBroken);
    return [...problems, ...found];
  }

  async codeActions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const view = await this.view();
    const uri = normalized(textDocument.uri);
    const document = this.documents.get(uri);
    if (!document) return [];
    const { createsFiles: createFiles } = this.client;
    return codeActions(view, uri, this.problems(uri), toSpan(document, range), context.only, { createFiles });
  }

  /** Whether the client has shut down. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  stop(): void {
    this.#isStopped = true;
    this.publisher.stop();
    this.refresher.stop();
    this.renderings.stop();
  }

  #view(): Promise<WorkspaceView> {
    return this.workspace.whenKnown(() => makeView(this.workspace.views, this.documents, this.renderings.live));
  }

  /** Looks at what lies beside the open documents and above them, which takes no search. */
  async #lookAround(): Promise<void> {
    const open = [...this.workspace.files.openTexts()].map(({ uri }) => normalized(uri));
    await Promise.all(open.map((uri) => this.workspace.addAround(uri)));
    this.changes.checkAll();
  }

  #makePublisher(connection: Connection): Publisher {
    return new Publisher(
      this.documents,
      (uri) => this.problems(uri),
      () => this.platform.disk.arrivals?.underWay() !== undefined,
      (params) => {
        void connection.sendDiagnostics(params);
      },
      this.platform.nextTurn,
    );
  }

  #makeRenderings(connection: Connection): Renderings {
    const { platform, workspace, documents, configuration, client } = this;
    const roots = (): readonly string[] => this.#roots;
    const ready = (): Promise<unknown> => this.ready;
    const problemsChanged = (uris: readonly string[]): void => {
      this.publisher.due(uris);
      this.refresher.due();
    };
    const parts = { platform, workspace, documents, configuration, client, roots, ready, problemsChanged };
    return new Renderings({ connection, ...parts });
  }
}
