import * as vscode from 'vscode';
import type { RenderAnswer, RenderingName, TopologyAnswer } from '../../../server/src/wire/protocol';
import { remarksOn } from '../pane/renderedText';
import { REVEAL_COMMAND } from '../reveal';
import { topologyPage } from './topologyPage';

/** The command that shows a picture of what the interface XML means: it runs the driver. */
export const SHOW_TOPOLOGY = 'openstackVif.showTopology';

/** No script runs in a panel, it reads no file, and its links run nothing but these. */
export const PANEL_OPTIONS = {
  enableScripts: false,
  enableCommandUris: [REVEAL_COMMAND, SHOW_TOPOLOGY],
  localResourceRoots: [],
};

/** How long (ms) changes are gathered before a picture is drawn anew. */
const REST = 100;

/** A value that nobody can guess, for the page's own style alone. */
function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A panel with the picture of one rendering. */
export class OpenPicture implements vscode.Disposable {
  /** What is known of the rendering in this session. */
  #answer: RenderAnswer | undefined;
  /** The last picture that there was. */
  #drawn: TopologyAnswer | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  /** `ask` gives the picture as the server draws it now; `null` where it knows of none. */
  constructor(
    readonly panel: vscode.WebviewPanel,
    readonly rendering: RenderingName,
    private readonly ask: () => Promise<TopologyAnswer | null>,
  ) {}

  /** Shows the picture of a rendering that was just asked for. */
  async show(answer: RenderAnswer): Promise<void> {
    this.#answer = answer;
    await this.draw();
  }

  /** Takes a newer state of the rendering. */
  update(answer: RenderAnswer): void {
    this.#answer = answer;
    this.drawSoon();
  }

  /** Leaves the picture as it is from now on, and says why. */
  abandon(why: string): void {
    if (this.#answer) this.update({ ...this.#answer, stale: true, message: why });
  }

  /** Brings the panel to the front of its group. */
  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  /** Draws the picture anew when nothing has changed for a moment. */
  drawSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.draw(), REST);
  }

  /** Draws the picture; what was not rendered in this session has none. */
  async draw(): Promise<void> {
    if (this.#answer) this.#drawn = (await this.ask()) ?? this.#drawn;
    if (this.#isDisposed) return;
    const content = {
      picture: this.#drawn,
      remarks: this.#remarks(),
      again: this.#again(),
      title: this.panel.title,
      language: vscode.env.language,
    };
    this.panel.webview.html = topologyPage(content, makeNonce());
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }

  #remarks(): readonly string[] {
    return this.#answer ? remarksOn(this.#answer) : [vscode.l10n.t('Nothing is drawn here yet in this session.')];
  }

  /** The link that runs the driver. */
  #again(): { readonly text: string; readonly href: string } {
    const href = `command:${SHOW_TOPOLOGY}?${encodeURIComponent(JSON.stringify([this.rendering]))}`;
    return { text: vscode.l10n.t('Run the driver'), href };
  }
}
