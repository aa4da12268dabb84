import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { EXPLORER_CHANGED } from './protocol';

/** How long (ms) changes are gathered before the client is told: what it asks for anew is all that it shows. */
const REST = 200;

/** Tells the client that what it shows of other files than the edited one may be out of date: colours, hints and lenses, and the explorer. */
export class Refresher {
  /** Whether the client shows the explorer. */
  explorer = false;

  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly capabilities: () => ClientCapabilities,
  ) {}

  /** Notes that something may look different now. */
  due(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#refresh();
    }, REST);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #refresh(): void {
    const { languages } = this.connection;
    const { semanticTokens, inlayHint, codeLens } = this.capabilities().workspace ?? {};
    if (semanticTokens?.refreshSupport) void languages.semanticTokens.refresh();
    if (inlayHint?.refreshSupport) void languages.inlayHint.refresh();
    if (codeLens?.refreshSupport) void this.connection.sendRequest('workspace/codeLens/refresh');
    if (this.explorer) void this.connection.sendNotification(EXPLORER_CHANGED);
  }
}
