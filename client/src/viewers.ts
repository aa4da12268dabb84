import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CLOSE_RENDERING,
  RENDERING_CHANGED,
  type RenderAnswer,
  type RenderingName,
} from '../../server/src/wire/protocol';
import type { DriverProgress } from './driverProgress';
import { registerPane } from './pane/pane';
import { RenderedDocuments } from './pane/renderedDocuments';
import { render } from './renderCommand';
import { onServerEnd } from './serverFaults';
import { SHOW_TOPOLOGY } from './topology/openPicture';
import { registerReveal } from './reveal';
import { TopologyPanels } from './topology/topologyPanels';

/** What shows renderings: the documents with their XML, and the pictures. Both follow the server until they are closed. */
export class Viewers implements vscode.Disposable {
  readonly documents: RenderedDocuments;
  readonly #topologies: TopologyPanels;
  readonly #subscriptions: vscode.Disposable;

  constructor(
    private readonly client: () => BaseLanguageClient,
    progress: DriverProgress,
    state: vscode.Memento,
  ) {
    const closed = (rendering: RenderingName): void => {
      this.#closed(rendering);
    };
    this.documents = new RenderedDocuments(closed);
    this.#topologies = new TopologyPanels(client, state, closed);
    this.#subscriptions = vscode.Disposable.from(
      this.documents,
      registerPane(this.documents),
      this.#topologies,
      registerReveal(),
      vscode.commands.registerCommand(SHOW_TOPOLOGY, (argument: unknown) =>
        render(client(), progress, this.#topologies, argument),
      ),
    );
  }

  /** Shows what a client that is not running yet tells of renderings; once its server has ended, that they follow no more. */
  follow(client: BaseLanguageClient): vscode.Disposable {
    return vscode.Disposable.from(
      client.onNotification(RENDERING_CHANGED, (answer: RenderAnswer) => {
        this.documents.update(answer);
        this.#topologies.update(answer);
      }),
      onServerEnd(client, () => {
        const why = vscode.l10n.t('The language server ended, and does not know of it any more. Run the driver again.');
        this.documents.abandon(why);
        this.#topologies.abandon(why);
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The server keeps what any of them shows. */
  #closed({ uri, vifType, driver, part }: RenderingName): void {
    const rendering = { uri, vifType, driver, part };
    const isShown = [this.documents, this.#topologies].some((viewer) => viewer.shows(rendering));
    if (!isShown) void this.client().sendNotification(CLOSE_RENDERING, rendering);
  }
}
