import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CHOOSE_CONF,
  SELECTION,
  type ChooseConfParams,
  type ConfNode,
  type SelectionAnswer,
  type SelectionParams,
} from '../../server/src/wire/protocol';
import { confItems, shortText, tooltip } from './selectionTexts';

/** The command that lets another nova.conf govern the templates. */
const CHOOSE_CONF_COMMAND = 'openstackVif.chooseConf';

/** Languages of files that a selection can be shown for. */
const LANGUAGES = ['vif-template', 'nova-conf', 'python', 'javascript'];
/** How long (ms) edits are gathered before the selection is asked for anew. */
const REST = 150;
/** Under which key the choices are kept in the workspace: the URI of a nova.conf for that of each folder. */
const STATE = 'chosenConfs';
/** What package.json asks before it offers the command: whether a nova.conf can be chosen for the file at hand. */
const CONTEXT = 'openstackVif.hasSelection';

/** Whether a command was called on a nova.conf of the explorer. */
function isConfNode(argument: unknown): argument is ConfNode {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === 'conf';
}

/** Shows in the status bar what nova.conf selects for the file at hand, and lets the user choose another nova.conf. */
export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('openstackVif.selection', vscode.StatusBarAlignment.Right, 100);
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly state: vscode.Memento,
  ) {
    this.#item.name = 'OpenStack VIF';
    this.#item.command = CHOOSE_CONF_COMMAND;
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      vscode.commands.registerCommand(CHOOSE_CONF_COMMAND, (conf?: unknown) => this.#choose(conf)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.languages.onDidChangeDiagnostics(() => {
        this.#updateSoon();
      }),
    );
  }

  /** Tells the server what was chosen in earlier sessions, and shows the selection. */
  async start(): Promise<void> {
    for (const [uri, conf] of Object.entries(this.#chosen())) await this.#tell({ uri, conf });
    await this.#update();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #chosen(): Readonly<Record<string, string>> {
    return this.state.get<Record<string, string>>(STATE, {});
  }

  #updateSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), REST);
  }

  async #update(): Promise<void> {
    const selection = await this.#selection();
    void vscode.commands.executeCommand('setContext', CONTEXT, selection !== undefined);
    if (!selection) {
      this.#item.hide();
      return;
    }
    this.#item.text = shortText(selection);
    this.#item.tooltip = tooltip(selection);
    this.#item.show();
  }

  /** What is selected for the file at hand. A Python or JavaScript file has a selection only if it is a selected driver. */
  async #selection(): Promise<SelectionAnswer | undefined> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !LANGUAGES.includes(document.languageId)) return undefined;
    const answer = await this.#selectionOf(document.uri);
    const ours = ['vif-template', 'nova-conf'].includes(document.languageId);
    return answer && (ours || answer.conf !== null) ? answer : undefined;
  }

  async #selectionOf(uri: vscode.Uri): Promise<SelectionAnswer | null> {
    const params: SelectionParams = { uri: uri.toString() };
    return this.client.sendRequest<SelectionAnswer | null>(SELECTION, params);
  }

  /** What can be chosen from in the folder of a nova.conf that the explorer shows. */
  async #choiceFor(conf: vscode.Uri, folder: vscode.WorkspaceFolder): Promise<SelectionAnswer | undefined> {
    const answer = await this.#selectionOf(conf);
    const chosen = this.#chosen()[folder.uri.toString()];
    return answer ? { ...answer, conf: chosen ?? answer.conf, chosen: chosen !== undefined } : undefined;
  }

  /** Chooses the nova.conf that is handed over, or asks the user for one: for the folder of the file at hand, or of a line of the explorer. */
  async #choose(conf: unknown): Promise<void> {
    const shown = isConfNode(conf) ? vscode.Uri.parse(conf.place.uri) : undefined;
    const uri = shown ?? vscode.window.activeTextEditor?.document.uri;
    const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
    const selection = shown && folder ? await this.#choiceFor(shown, folder) : await this.#selection();
    if (!folder || !selection) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a template file or a nova.conf of a workspace folder first.'),
      );
      return;
    }
    const item =
      typeof conf === 'string' || conf === null
        ? { conf }
        : await vscode.window.showQuickPick(confItems(selection), {
            placeHolder: vscode.l10n.t('The nova.conf that governs the templates of {folder}', { folder: folder.name }),
          });
    if (!item) return;
    await this.#keep(folder.uri.toString(), item.conf);
    await this.#update();
  }

  async #keep(uri: string, conf: string | null): Promise<void> {
    const others = Object.fromEntries(Object.entries(this.#chosen()).filter(([other]) => other !== uri));
    await this.state.update(STATE, conf === null ? others : { ...others, [uri]: conf });
    await this.#tell({ uri, conf });
  }

  #tell(params: ChooseConfParams): Promise<void> {
    return this.client.sendNotification(CHOOSE_CONF, params);
  }
}
