import * as vscode from 'vscode';
import { RequestType, type BaseLanguageClient } from 'vscode-languageclient';
import {
  TOPOLOGY,
  type RenderingName,
  type RenderAnswer,
  type TopologyAnswer,
  type TopologyParams,
} from '../../../server/src/wire/protocol';
import { REVEAL_COMMAND } from './revealInTemplate';
import { remarksOn } from '../renderedText';
import { renderingTitle } from '../renderingTitle';
import { topologyPage } from './topologyPage';

const GET_TOPOLOGY = new RequestType<TopologyParams, TopologyAnswer | null, void>(TOPOLOGY);

/** How long (ms) changes are gathered before a picture is drawn anew. */
const REST = 100;

/** A picture that is open. */
interface OpenPicture {
  readonly panel: vscode.WebviewPanel;
  answer: RenderAnswer;
  timer?: ReturnType<typeof setTimeout>;
}

function keyOf({ uri, vifType, driver, part }: RenderingName): string {
  return JSON.stringify([uri, vifType, driver, part]);
}

/** A value that nobody can guess, for the page's own style alone. */
function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The panels with pictures of what renderings mean, kept up to date while they are open. */
export class TopologyPanels implements vscode.Disposable {
  readonly #open = new Map<string, OpenPicture>();
  readonly #edits: vscode.Disposable;

  /** `closed` is told of each rendering whose picture is not shown any more. */
  constructor(
    private readonly client: () => BaseLanguageClient,
    private readonly closed: (rendering: RenderingName) => void,
  ) {
    // An edit can move the places that the picture leads to, and leave the output as it was.
    this.#edits = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      for (const picture of this.#open.values())
        if (picture.answer.uri === document.uri.toString()) this.#drawSoon(picture);
    });
  }

  /** Whether the picture of a rendering is open. */
  shows(rendering: RenderingName): boolean {
    return this.#open.has(keyOf(rendering));
  }

  /** Takes a newer state of a rendering. One that nobody has open is left alone. */
  update(answer: RenderAnswer): void {
    const picture = this.#open.get(keyOf(answer));
    if (!picture) return;
    picture.answer = answer;
    this.#drawSoon(picture);
  }

  /** Opens the picture of a rendering beside the template, or brings the one that is open already to the front. The cursor stays where it is. */
  async show(answer: RenderAnswer): Promise<void> {
    const key = keyOf(answer);
    const picture = this.#open.get(key) ?? this.#make(key, answer);
    picture.answer = answer;
    picture.panel.reveal(undefined, true);
    await this.#draw(picture);
  }

  dispose(): void {
    this.#edits.dispose();
    const pictures = [...this.#open.values()];
    this.#open.clear();
    for (const { panel } of pictures) panel.dispose();
  }

  #make(key: string, answer: RenderAnswer): OpenPicture {
    const title = vscode.l10n.t('Topology: {name}', {
      name: renderingTitle(vscode.Uri.parse(answer.uri).path, answer),
    });
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: false, enableCommandUris: [REVEAL_COMMAND], localResourceRoots: [] };
    const panel = vscode.window.createWebviewPanel('openstackVif.topology', title, column, options);
    const picture: OpenPicture = { panel, answer };
    this.#open.set(key, picture);
    panel.onDidDispose(() => {
      clearTimeout(picture.timer);
      if (this.#open.delete(key)) this.closed(picture.answer);
    });
    return picture;
  }

  #drawSoon(picture: OpenPicture): void {
    clearTimeout(picture.timer);
    picture.timer = setTimeout(() => void this.#draw(picture), REST);
  }

  async #draw(picture: OpenPicture): Promise<void> {
    const { uri, vifType, driver, part } = picture.answer;
    const name = { uri, vifType, driver, part };
    const drawn = await this.client().sendRequest(GET_TOPOLOGY, { ...name, command: REVEAL_COMMAND });
    const { panel, answer } = picture;
    if (this.#open.get(keyOf(answer)) !== picture) return;
    const content = {
      picture: drawn ?? undefined,
      remarks: remarksOn(answer),
      title: panel.title,
      language: vscode.env.language,
    };
    panel.webview.html = topologyPage(content, makeNonce());
  }
}
