import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';

/** Tells the server what was chosen for a folder; `null`: nothing, the nearest counts. */
type Tell = (folder: string, chosen: string | null) => Promise<void>;

/**
 * Which file the user has chosen for each workspace folder, for one purpose: its nova.conf, or its request. Remembered in the
 * workspace, and told every server that is started: the first one, and each that follows one that crashed.
 */
export class FolderChoices implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  /** The server has been told of a choice. */
  readonly onDidChange = this.#changed.event;

  /**
   * @param client is not running yet
   * @param key under which the URI of a file is kept in the workspace for that of each folder
   */
  constructor(
    client: BaseLanguageClient,
    private readonly state: vscode.Memento,
    private readonly key: string,
    private readonly tell: Tell,
  ) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) void this.#tellAll();
      }),
    );
  }

  /** The URIs of all files that are chosen. */
  get all(): readonly string[] {
    return Object.values(this.#chosen());
  }

  /** The URI of the file chosen for a folder; `undefined` where the nearest counts. */
  of(folder: vscode.WorkspaceFolder): string | undefined {
    return this.#chosen()[folder.uri.toString()];
  }

  /** Chooses the file of a folder, by its URI; with `null`, the nearest counts again. */
  async choose(folder: vscode.WorkspaceFolder, chosen: string | null): Promise<void> {
    const uri = folder.uri.toString();
    const others = Object.fromEntries(Object.entries(this.#chosen()).filter(([other]) => other !== uri));
    await this.state.update(this.key, chosen === null ? others : { ...others, [uri]: chosen });
    await this.tell(uri, chosen);
    this.#changed.fire();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #chosen(): Readonly<Record<string, string>> {
    return this.state.get<Record<string, string>>(this.key, {});
  }

  async #tellAll(): Promise<void> {
    for (const [folder, chosen] of Object.entries(this.#chosen())) await this.tell(folder, chosen);
    this.#changed.fire();
  }
}
