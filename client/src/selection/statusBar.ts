import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FolderChoices } from '../folderChoices';
import { CHOOSE_CONF_COMMAND } from './chooseConf';
import { selectionAtHand } from './selection';
import { shortText, tooltip } from './selectionTexts';

/** How long (ms) edits are gathered before the selection is asked for anew. */
const REST = 150;
/** What package.json asks before it offers to choose a nova.conf: whether one can be chosen for the file at hand. */
const CONTEXT = 'openstackVif.hasSelection';

/** Shows in the status bar what nova.conf selects for the file at hand. */
export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('openstackVif.selection', vscode.StatusBarAlignment.Right, 100);
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The client must be running. */
  constructor(
    private readonly client: BaseLanguageClient,
    choices: FolderChoices,
  ) {
    this.#item.name = 'OpenStack VIF';
    this.#item.command = CHOOSE_CONF_COMMAND;
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      choices.onDidChange(() => {
        this.#updateSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.languages.onDidChangeDiagnostics(() => {
        this.#updateSoon();
      }),
    );
    void this.#update();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #updateSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), REST);
  }

  async #update(): Promise<void> {
    const selection = await selectionAtHand(this.client);
    void vscode.commands.executeCommand('setContext', CONTEXT, selection !== undefined);
    if (!selection) {
      this.#item.hide();
      return;
    }
    this.#item.text = shortText(selection);
    this.#item.tooltip = tooltip(selection);
    this.#item.show();
  }
}
