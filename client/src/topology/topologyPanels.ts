import * as vscode from 'vscode';
import { RequestType, type BaseLanguageClient } from 'vscode-languageclient';
import {
  TOPOLOGY,
  type RenderingName,
  type RenderAnswer,
  type TopologyAnswer,
  type TopologyParams,
} from '../../../server/src/wire/protocol';
import { renderingTitle } from '../renderingTitle';
import { OpenPicture, PANEL_OPTIONS } from './openPicture';
import { RememberedPanels } from './rememberedPanels';
import { REVEAL_COMMAND } from '../reveal';

/** The type of the panels, in what VS Code keeps of a window. */
const PANEL = 'openstackVif.topology';

const GET_TOPOLOGY = new RequestType<TopologyParams, TopologyAnswer | null, void>(TOPOLOGY);

function keyOf({ uri, vifType, driver, part }: RenderingName): string {
  return JSON.stringify([uri, vifType, driver, part]);
}

function titleOf(rendering: RenderingName): string {
  const name = renderingTitle(vscode.Uri.parse(rendering.uri).path, rendering);
  return vscode.l10n.t('Topology: {name}', { name });
}

/** The panels with pictures of what renderings mean, kept up to date while they are open. They come back when the window is reloaded. */
export class TopologyPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #open = new Map<string, OpenPicture>();
  readonly #remembered: RememberedPanels;
  readonly #subscriptions: vscode.Disposable;

  /** `closed` is told of each rendering whose picture is not shown any more. */
  constructor(
    private readonly client: () => BaseLanguageClient,
    state: vscode.Memento,
    private readonly closed: (rendering: RenderingName) => void,
  ) {
    this.#remembered = new RememberedPanels(state);
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(PANEL, this),
      // An edit can move the places that the picture leads to, and leave the output as it was.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        for (const picture of this.#open.values())
          if (picture.rendering.uri === document.uri.toString()) picture.drawSoon();
      }),
    );
  }

  /** Whether the picture of a rendering is open. */
  shows(rendering: RenderingName): boolean {
    return this.#open.has(keyOf(rendering));
  }

  /** Takes a newer state of a rendering. One that nobody has open is left alone. */
  update(answer: RenderAnswer): void {
    this.#open.get(keyOf(answer))?.update(answer);
  }

  /** The server knows of no rendering any more: the pictures stay as they are, and say why. */
  abandon(why: string): void {
    for (const picture of this.#open.values()) picture.abandon(why);
  }

  /** Opens the picture of a rendering beside the template, or brings the one that is open already to the front. The cursor stays where it is. */
  async show(answer: RenderAnswer): Promise<void> {
    const picture = this.#open.get(keyOf(answer)) ?? this.#make(answer);
    picture.reveal();
    await picture.show(answer);
  }

  /** Takes a panel back after the window was reloaded. No driver is run: the picture comes when the user asks for it. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    const rendering = this.#remembered.take(panel.title);
    if (!rendering || this.shows(rendering)) {
      panel.dispose();
      return;
    }
    panel.webview.options = PANEL_OPTIONS;
    await this.#adopt(panel, rendering).draw();
  }

  /** The panels stay: VS Code closes them with the window, or opens them again. */
  dispose(): void {
    this.#subscriptions.dispose();
    for (const picture of this.#open.values()) picture.dispose();
    this.#open.clear();
  }

  #make({ uri, vifType, driver, part }: RenderingName): OpenPicture {
    const rendering = { uri, vifType, driver, part };
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    return this.#adopt(vscode.window.createWebviewPanel(PANEL, titleOf(rendering), column, PANEL_OPTIONS), rendering);
  }

  #adopt(panel: vscode.WebviewPanel, rendering: RenderingName): OpenPicture {
    const key = keyOf(rendering);
    const picture = new OpenPicture(panel, rendering, () => this.#ask(rendering));
    this.#open.set(key, picture);
    void this.#remember();
    panel.onDidDispose(() => {
      picture.dispose();
      if (!this.#open.delete(key)) return;
      void this.#remember();
      this.closed(rendering);
    });
    return picture;
  }

  async #ask(rendering: RenderingName): Promise<TopologyAnswer | null> {
    const client = this.client();
    return client.isRunning() ? client.sendRequest(GET_TOPOLOGY, { ...rendering, command: REVEAL_COMMAND }) : null;
  }

  #remember(): Promise<void> {
    const open = [...this.#open.values()].map(({ panel, rendering }) => ({ title: panel.title, rendering }));
    return this.#remembered.keep(open);
  }
}
