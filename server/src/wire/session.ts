import type { ClientCapabilities, CodeAction, CodeActionParams, Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { baseName } from '../check/view';
import { codeActions } from '../languageFeatures/codeActions';
import { toSpan } from '../languageFeatures/convert';
import { requestNeeds } from '../languageFeatures/requestNeeds';
import type { WorkspaceView } from '../languageFeatures/workspaceView';
import type { Problem } from '../problems';
import { LiveRenderings } from '../rendering/liveRenderings';
import { CANNOT_RUN, RenderError, UntrustedError } from '../rendering/renderError';
import type { Renderer } from '../rendering/renderer';
import type { RenderTarget } from '../rendering/target';
import { newRequest } from '../request/newRequest';
import { isTemplate, type FileKind } from '../workspace/fileKind';
import { normalized } from '../workspace/files';
import { Workspace } from '../workspace/workspace';
import { Configuration } from './configuration';
import { FolderChoices } from './folderChoices';
import { Documents } from './documents';
import type { Platform } from './platform';
import { RENDERING_CHANGED, type RenderAnswer, type RenderingName } from './protocol';
import { Publisher } from './publisher';
import { Refresher } from './refresher';
import { toRenderAnswer } from './renderAnswer';
import { renderingLog } from './renderingLog';
import { makeView } from './view';

/** Whether a file is of those that the explorer shows by themselves, whatever they hang together with. */
function isOwn(kind: FileKind | undefined): boolean {
  return kind === 'nova-conf' || isTemplate(kind);
}

/** What one client has told, and the services that answer it. */
export class Session {
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly publisher: Publisher;
  readonly refresher: Refresher;
  readonly configuration = new Configuration();
  /** The settings that the client said when it started. */
  initialSettings: unknown;
  /** The nova.confs that the user has chosen. */
  readonly choices: FolderChoices;
  /** What the client can do. */
  capabilities: ClientCapabilities = {};
  trusted = false;
  liveRenderings = false;
  /** Whether the client tells of changes on the disk. Where it does not, the disk is read again whenever it may matter. */
  watchesDisk = false;
  /** Fulfilled when the files are found and the settings known: answers that hang on them wait for it. */
  ready: Promise<unknown> = Promise.resolve();

  readonly #requests: FolderChoices;
  readonly #renderings: LiveRenderings;
  /** The texts of the open documents as they were when they were last told of: a document itself holds only its newest. */
  readonly #openTexts = new Map<string, string>();
  #roots: readonly string[] = [];
  #renderer: Renderer | undefined;
  #rendererKey = '';

  constructor(
    private readonly connection: Connection,
    private readonly platform: Platform,
  ) {
    this.workspace = new Workspace(platform.disk, platform.shippedFolder);
    this.workspace.settingsOf = (uri) => this.configuration.of(this.workspace.rootOf(uri)).workspace;
    const rootOf = (uri: string): string | undefined => this.workspace.rootOf(uri);
    this.choices = new FolderChoices(rootOf);
    this.#requests = new FolderChoices(rootOf);
    this.documents = new Documents(this.workspace);
    this.refresher = new Refresher(connection, () => this.capabilities);
    this.publisher = new Publisher(
      this.documents,
      (uri) => this.problems(uri),
      () => platform.disk.arrivals?.underWay() !== undefined,
      (params) => {
        void connection.sendDiagnostics(params);
      },
    );
    this.#renderings = this.#makeRenderings();
    platform.disk.arrivals?.onArrival(() => {
      this.workspace.arrived();
      this.checkAll();
    });
  }

  /** Takes what the client can do, as it says when it starts. */
  setCapabilities(capabilities: ClientCapabilities): void {
    this.capabilities = capabilities;
    const { codeDescriptionSupport } = capabilities.textDocument?.publishDiagnostics ?? {};
    if (codeDescriptionSupport) this.publisher.links = this.platform.problemLinks();
  }

  get roots(): readonly string[] {
    return this.#roots;
  }

  /** The files as they are now, for the features. */
  async view(): Promise<WorkspaceView> {
    await this.ready;
    return this.workspace.whenKnown(() => makeView(this.workspace.views, this.documents, this.#renderings));
  }

  /** The same, with the drivers that a nova.conf could select: finding them takes a walk through its folders. */
  async viewWithDrivers(uri: string): Promise<WorkspaceView> {
    await this.ready;
    const names = this.workspace.kind(uri) === 'nova-conf' ? await this.workspace.driverNames(uri) : [];
    return makeView(this.workspace.views, this.documents, this.#renderings, names);
  }

  /** Takes the workspace's folders, finds the files in them and publishes their problems. */
  async setRoots(roots: readonly string[]): Promise<void> {
    this.#roots = roots;
    await this.workspace.setRoots(roots);
    this.checkAll();
    await this.workspace.allKnown();
  }

  /** Takes the settings as a client sends them: in whole, and for each of the roots. What it leaves out is as it said at the start. */
  setSettings(section: unknown, sections: readonly unknown[] = []): void {
    const said = (given: unknown): unknown => given ?? this.initialSettings;
    this.configuration.set(said(section), this.#roots, sections.map(said));
    this.workspace.edited();
    this.checkAll();
  }

  /** Lets another nova.conf govern the templates of a file's folder. */
  chooseConf(uri: string, conf: string | undefined): void {
    this.choices.choose(uri, conf);
    this.workspace.choice = this.choices;
    this.checkAll();
  }

  /** Renders the templates of a file's folder with another request. */
  chooseRequest(uri: string, request: string | undefined): void {
    this.#requests.choose(uri, request);
    this.workspace.chosenRequest = (file) => this.#requests.of(file);
    if (this.liveRenderings) this.#renderings.touched(uri);
    this.checkAll();
  }

  /** The text of a new request for a template; `null` where there is no template. */
  async newRequest(uri: string, vifType: string | undefined): Promise<string | null> {
    const needs = requestNeeds(await this.view(), uri, vifType);
    return needs ? newRequest(this.platform.defaultRequest?.() ?? '{}', needs) : null;
  }

  checkAll(): void {
    this.publisher.allDue(this.workspace.checkedFiles());
    this.refresher.due();
  }

  async opened(document: TextDocument): Promise<void> {
    this.documents.opened(document);
    const uri = normalized(document.uri);
    const before = this.workspace.files.text(uri);
    this.#openTexts.set(uri, document.getText());
    this.#change(
      uri,
      () => {
        this.workspace.opened(document);
      },
      before,
    );
    if (this.workspace.contains(uri)) return;
    await this.workspace.addAround(uri);
    this.publisher.due(this.workspace.related(uri));
  }

  /** An open document has another text; it is told of a document that was just opened, too. */
  edited(document: TextDocument): void {
    const uri = normalized(document.uri);
    this.#change(
      uri,
      () => {
        this.workspace.edited();
      },
      this.#openTexts.get(uri),
    );
    this.#openTexts.set(uri, document.getText());
  }

  closed(document: TextDocument): void {
    const uri = normalized(document.uri);
    this.documents.closed(uri);
    this.#openTexts.delete(uri);
    this.#change(
      uri,
      () => {
        this.workspace.closed(uri);
      },
      document.getText(),
    );
  }

  /** A file was saved: by a client that does not watch the disk, others may have changed as well. */
  saved(): void {
    if (this.watchesDisk) return;
    this.workspace.forgetDisk();
    this.checkAll();
  }

  /** Files that were made, changed or removed on the disk. With `listed` other than before, everything may hang together otherwise. */
  changedOnDisk(uris: readonly string[], listed: boolean): void {
    for (const uri of uris.map(normalized)) {
      this.#change(uri, () => {
        this.workspace.changedOnDisk(uri);
      });
    }
    if (listed) this.checkAll();
  }

  problems(uri: string): readonly Problem[] {
    const problems = this.workspace.problems(uri);
    const known = new Set(problems.map(({ span }) => span.start));
    const isBroken = problems.some(({ severity }) => severity === 'error');
    const found = this.#renderings
      .problems(uri)
      .filter(({ code, span }) => code !== 'render.unfilled' || !known.has(span.start))
      .filter(({ code }) => code !== 'cheetah.output-malformed' || !isBroken);
    return [...problems, ...found];
  }

  async codeActions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const view = await this.view();
    const uri = normalized(textDocument.uri);
    const document = this.documents.get(uri);
    const { documentChanges = false, resourceOperations = [] } = this.capabilities.workspace?.workspaceEdit ?? {};
    const createFiles = documentChanges && resourceOperations.includes('create');
    if (!document) return [];
    return codeActions(view, uri, this.problems(uri), toSpan(document, range), context.only, { createFiles });
  }

  /** Runs the driver and renders. Throws a RenderError in an untrusted workspace, and where there is nothing to render. */
  async render(target: RenderTarget, signal: AbortSignal): Promise<RenderAnswer> {
    if (!this.platform.createRenderer) throw new RenderError(CANNOT_RUN);
    if (!this.trusted) throw new UntrustedError(baseName(target.uri));
    await this.ready;
    if (!this.watchesDisk) this.workspace.forgetDisk();
    const request = target.request === undefined ? {} : { request: normalized(target.request) };
    const state = await this.#renderings.render({ ...target, uri: normalized(target.uri), ...request }, signal);
    return toRenderAnswer(state, this.documents);
  }

  closeRendering(name: RenderingName): void {
    this.#renderings.close({ ...name, uri: normalized(name.uri) });
  }

  /** A rendering that was asked for and is not closed. */
  lastRendering(name: RenderingName): ReturnType<LiveRenderings['last']> {
    return this.#renderings.last({ ...name, uri: normalized(name.uri) });
  }

  stop(): void {
    this.publisher.stop();
    this.refresher.stop();
    this.#renderings.closeAll();
    this.#renderer?.dispose();
  }

  /** Makes a change, and publishes what hung on the file before it and what hangs on it now. Renderings are left alone where the text is `textBefore` still. */
  #change(uri: string, change: () => void, textBefore?: string): void {
    const before = this.workspace.related(uri);
    change();
    const related = new Set([...before, ...this.workspace.related(uri)]);
    this.publisher.due(related);
    if (related.size > 1 || isOwn(this.workspace.kind(uri))) this.refresher.due();
    const isSame = textBefore !== undefined && textBefore === this.workspace.files.text(uri);
    if (this.liveRenderings && !isSame) this.#renderings.touched(uri);
  }

  #makeRenderings(): LiveRenderings {
    return new LiveRenderings(this.workspace, () => this.#rendererNow(), {
      changed: (state) => {
        if (this.liveRenderings)
          void this.connection.sendNotification(RENDERING_CHANGED, toRenderAnswer(state, this.documents));
      },
      problemsChanged: (uris) => {
        this.publisher.due(uris);
        this.refresher.due();
      },
      log: renderingLog(this.connection.console),
    });
  }

  /** The renderer, which keeps a host of drivers ready; another one once the folders or settings are other ones. */
  #rendererNow(): Renderer {
    const { pythonPath, driverTimeLimit } = this.configuration.own;
    const options = { forbiddenFolders: this.#roots, pythonPath, driverTimeLimit };
    const key = JSON.stringify(options);
    if (this.#renderer && this.#rendererKey === key) return this.#renderer;
    this.#renderer?.dispose();
    this.#renderer = this.platform.createRenderer?.(this.workspace, options);
    this.#rendererKey = key;
    if (!this.#renderer) throw new RenderError(CANNOT_RUN);
    return this.#renderer;
  }
}
