import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHOOSE_REQUEST, type ChooseRequestParams } from '../../../server/src/wire/protocol';

/** Under which key the choices are kept in the workspace: the URI of a request for that of each folder. */
const STATE = 'chosenRequests';

/** Which request the templates of each workspace folder are rendered with. Remembered in the workspace, and told the server. */
export class RequestChoices {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly state: vscode.Memento,
  ) {}

  /** Tells the server what was chosen in earlier sessions. */
  async start(): Promise<void> {
    for (const [uri, request] of Object.entries(this.#all())) await this.#tell({ uri, request });
  }

  /** The URI of the request chosen for a folder; `undefined` where the nearest counts. */
  of(folder: vscode.WorkspaceFolder): string | undefined {
    return this.#all()[folder.uri.toString()];
  }

  /** Chooses the request of a folder; with `null`, the nearest counts again. */
  async choose(folder: vscode.WorkspaceFolder, request: string | null): Promise<void> {
    const uri = folder.uri.toString();
    const others = Object.fromEntries(Object.entries(this.#all()).filter(([other]) => other !== uri));
    await this.state.update(STATE, request === null ? others : { ...others, [uri]: request });
    await this.#tell({ uri, request });
  }

  #all(): Readonly<Record<string, string>> {
    return this.state.get<Record<string, string>>(STATE, {});
  }

  #tell(params: ChooseRequestParams): Promise<void> {
    return this.client.sendNotification(CHOOSE_REQUEST, params);
  }
}
