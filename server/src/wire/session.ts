import type { CodeAction, CodeActionParams, Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { createDriverRunner } from '../driver/run';
import { installation } from '../installation';
import { quickFixes, quotePlaceholder } from '../languageFeatures/codeActions';
import { toRange, toSpan } from '../languageFeatures/convert';
import type { Problem } from '../problems';
import type { RenderedState } from '../rendering/liveRendering';
import { LiveRenderings } from '../rendering/liveRenderings';
import { RenderError } from '../rendering/renderError';
import { Renderer } from '../rendering/renderer';
import type { RenderTarget } from '../rendering/target';
import { normalized } from '../workspace/files';
import { Workspace } from '../workspace/workspace';
import { Documents } from './documents';
import { RENDERING_CHANGED, type RenderAnswer } from './protocol';
import { Publisher } from './publisher';
import { readSettings, type ServerSettings } from './settings';

const UNTRUSTED = 'Rendering runs the VIF driver, and this workspace is not trusted: trust it first.';

/** What one client has told, and the services that answer it. */
export class Session {
  readonly workspace = new Workspace();
  readonly documents = new Documents(this.workspace);
  readonly publisher: Publisher;
  trusted = false;
  liveRenderings = false;
  /** Whether the client tells of changes on the disk. Where it does not, the disk is read again whenever it may matter. */
  watchesDisk = false;
  /** Fulfilled when the files are found and the settings known: answers that hang on them wait for it. */
  ready: Promise<unknown> = Promise.resolve();

  readonly #renderings: LiveRenderings;
  #roots: readonly string[] = [];
  #settings: ServerSettings = readSettings(undefined, undefined);

  constructor(private readonly connection: Connection) {
    this.publisher = new Publisher(
      this.documents,
      (uri) => this.problems(uri),
      (params) => {
        void connection.sendDiagnostics(params);
      },
    );
    this.#renderings = new LiveRenderings(this.workspace, () => this.#renderer(), {
      changed: (state) => {
        if (this.liveRenderings) void connection.sendNotification(RENDERING_CHANGED, this.#answer(state));
      },
      problemsChanged: (uris) => {
        this.publisher.due(uris);
      },
      print: (text) => {
        if (text.trim() !== '') connection.console.log(text.trimEnd());
      },
    });
  }

  /** Takes the workspace's folders, finds the files in them and publishes their problems. */
  async setRoots(roots: readonly string[]): Promise<void> {
    this.#roots = roots;
    await this.workspace.setRoots(roots);
    this.checkAll();
  }

  setSettings(section: unknown): void {
    this.#settings = readSettings(section, this.#roots[0]);
    this.workspace.settings = this.#settings.workspace;
    this.checkAll();
  }

  checkAll(): void {
    this.publisher.due(this.workspace.checkedFiles());
  }

  async opened(document: TextDocument): Promise<void> {
    this.documents.opened(document);
    const uri = normalized(document.uri);
    this.#change(uri, () => {
      this.workspace.opened(document);
    });
    if (this.workspace.contains(uri)) return;
    await this.workspace.addAround(uri);
    this.publisher.due(this.workspace.related(uri));
  }

  edited(document: TextDocument): void {
    this.#change(normalized(document.uri), () => {
      this.workspace.edited();
    });
  }

  closed(document: TextDocument): void {
    this.documents.closed(document.uri);
    this.#change(normalized(document.uri), () => {
      this.workspace.closed(document.uri);
    });
  }

  /** A file was saved: by a client that does not watch the disk, others may have changed as well. */
  saved(): void {
    if (this.watchesDisk) return;
    this.workspace.forgetDisk();
    this.checkAll();
  }

  /** Files that were made, changed or removed on the disk. With `listed` other than before, everything may hang together otherwise. */
  changedOnDisk(uris: readonly string[], listed: boolean): void {
    if (listed) this.checkAll();
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
    return [
      ...problems,
      ...this.#renderings
        .problems(uri)
        .filter(({ code, span }) => code !== 'render.unfilled' || !known.has(span.start)),
    ];
  }

  async codeActions({ textDocument, range }: CodeActionParams): Promise<CodeAction[]> {
    await this.ready;
    const uri = normalized(textDocument.uri);
    const document = this.documents.get(uri);
    if (!document) return [];
    const span = toSpan(document, range);
    const template = this.workspace.template(uri);
    return [
      ...quickFixes(document, this.problems(uri), span, this.documents.get),
      ...(template ? quotePlaceholder(document, template.file, span) : []),
    ];
  }

  /** Runs the driver and renders. Throws a RenderError in an untrusted workspace, and where there is nothing to render. */
  async render(target: RenderTarget, signal: AbortSignal): Promise<RenderAnswer> {
    if (!this.trusted) throw new RenderError(UNTRUSTED);
    await this.ready;
    if (!this.watchesDisk) this.workspace.forgetDisk();
    return this.#answer(await this.#renderings.render({ ...target, uri: normalized(target.uri) }, signal));
  }

  closeRendering(uri: string, driver: string): void {
    this.#renderings.close({ uri: normalized(uri), driver });
  }

  stop(): void {
    this.publisher.stop();
    this.#renderings.closeAll();
  }

  /** Makes a change, and publishes what hung on the file before it and what hangs on it now. */
  #change(uri: string, change: () => void): void {
    const before = this.workspace.related(uri);
    change();
    this.publisher.due([...before, ...this.workspace.related(uri)]);
    if (this.liveRenderings) this.#renderings.touched(uri);
  }

  #renderer(): Renderer {
    const { pythonPath, driverTimeLimit } = this.#settings;
    const runner = createDriverRunner({
      hosts: installation.hosts,
      forbiddenFolders: this.#roots.map((root) => URI.parse(root).fsPath),
      timeLimit: driverTimeLimit,
      ...(pythonPath !== undefined && { python: pythonPath }),
    });
    return new Renderer(this.workspace, runner, installation.defaultRequest);
  }

  #answer(state: RenderedState): RenderAnswer {
    const document = this.documents.get(state.uri);
    const unfilled = document ? state.unfilled.map(({ key, span }) => ({ key, range: toRange(document, span) })) : [];
    return { ...state, uri: document?.uri ?? state.uri, unfilled };
  }
}
