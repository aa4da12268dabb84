import type { Connection } from 'vscode-languageserver';
import { baseName } from '../check/view';
import { LiveRenderings } from '../rendering/liveRenderings';
import { CANNOT_RUN, RenderError, UntrustedError } from '../rendering/renderError';
import type { Renderer } from '../rendering/renderer';
import type { RenderTarget } from '../rendering/target';
import { normalized } from '../workspace/files';
import type { Workspace } from '../workspace/workspace';
import type { ClientFacts } from './clientFacts';
import type { Configuration } from './configuration';
import type { Documents } from './documents';
import type { Platform } from './platform';
import { RENDERING_CHANGED, type RenderAnswer, type RenderingName } from './protocol';
import { toRenderAnswer } from './renderAnswer';
import { renderingLog } from './renderingLog';

/** What renderings are made with. */
export interface RenderingParts {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly configuration: Configuration;
  readonly client: ClientFacts;
  /** The folders of the workspace: no interpreter is taken out of them. */
  roots(): readonly string[];
  /** Fulfilled when the files are found and the settings known. */
  ready(): Promise<unknown>;
  /** Is told of files whose problems may be other ones. */
  problemsChanged(uris: readonly string[]): void;
}

/** The renderings of one client: whether one may be made, with what, and whom it is told. */
export class Renderings {
  readonly live: LiveRenderings;
  #renderer: Renderer | undefined;
  #rendererKey = '';

  constructor(private readonly parts: RenderingParts) {
    const { connection, workspace, documents, client } = parts;
    this.live = new LiveRenderings(workspace, () => this.#rendererNow(), {
      changed: (state) => {
        if (client.liveRenderings)
          void connection.sendNotification(RENDERING_CHANGED, toRenderAnswer(state, documents));
      },
      problemsChanged: (uris) => {
        parts.problemsChanged(uris);
      },
      log: renderingLog(connection.console),
    });
  }

  /** Runs the driver and renders. Throws a RenderError in an untrusted workspace, and where there is nothing to render. */
  async render(target: RenderTarget, signal: AbortSignal): Promise<RenderAnswer> {
    const { client, documents, platform, workspace } = this.parts;
    if (!platform.createRenderer) throw new RenderError(CANNOT_RUN);
    if (!client.trusted) throw new UntrustedError(baseName(target.uri));
    await this.parts.ready();
    if (!client.watchesDisk) workspace.forgetDisk();
    const request = target.request === undefined ? {} : { request: normalized(target.request) };
    const state = await this.live.render({ ...target, uri: normalized(target.uri), ...request }, signal);
    return toRenderAnswer(state, documents);
  }

  /** Brings them up to date after a change of a file's text, where the client is told of that. */
  touched(uri: string): void {
    if (this.parts.client.liveRenderings) this.live.touched(uri);
  }

  close(name: RenderingName): void {
    this.live.close({ ...name, uri: normalized(name.uri) });
  }

  /** A rendering that was asked for and is not closed. */
  last(name: RenderingName): ReturnType<LiveRenderings['last']> {
    return this.live.last({ ...name, uri: normalized(name.uri) });
  }

  stop(): void {
    this.live.closeAll();
    this.#renderer?.dispose();
  }

  /** The renderer, which keeps a host of drivers ready; another one once the folders or settings are other ones. */
  #rendererNow(): Renderer {
    const { configuration, platform, workspace } = this.parts;
    const { pythonPath, driverTimeLimit } = configuration.own;
    const options = { forbiddenFolders: this.parts.roots(), pythonPath, driverTimeLimit };
    const key = JSON.stringify(options);
    if (this.#renderer && this.#rendererKey === key) return this.#renderer;
    this.#renderer?.dispose();
    this.#renderer = platform.createRenderer?.(workspace, options);
    this.#rendererKey = key;
    if (!this.#renderer) throw new RenderError(CANNOT_RUN);
    return this.#renderer;
  }
}
