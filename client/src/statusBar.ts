import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CHOOSE_CONF,
  SELECTION,
  type ChooseConfParams,
  type SelectionAnswer,
  type SelectionParams,
} from '../../server/src/wire/protocol';

/** The command that lets another nova.conf govern the templates. */
export const CHOOSE_CONF_COMMAND = 'openstackVif.chooseConf';

/** Languages of files that a selection can be shown for. */
const LANGUAGES = ['vif-template', 'nova-conf', 'python', 'javascript'];
/** How long (ms) edits are gathered before the selection is asked for anew. */
const REST = 150;
/** Under which key the choices are kept in the workspace: the URI of a nova.conf for that of each folder. */
const STATE = 'chosenConfs';

/** `802.1Qbh · QbhDriver`; what is not set is a dash. */
function shortText({ vifType, driver }: SelectionAnswer): string {
  return `${vifType ?? '–'} · ${driver?.slice(driver.lastIndexOf('.') + 1) ?? '–'}`;
}

function relativePath(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}

function tooltip({ conf, vifType, driver, chosen }: SelectionAnswer): string {
  if (conf === null) return 'OpenStack VIF: no nova.conf governs this file. Click to choose one.';
  const how = chosen ? ', which you have chosen' : '';
  return `OpenStack VIF: ${relativePath(conf)}${how}, selects the VIF type ${vifType ?? '–'} and the driver ${driver ?? '–'}. Click to choose another nova.conf.`;
}

interface ConfItem extends vscode.QuickPickItem {
  /** `null`: the nearest. */
  readonly conf: string | null;
}

function itemsOf({ confs, conf, chosen }: SelectionAnswer): readonly ConfItem[] {
  const nearest: ConfItem = { label: 'The nearest nova.conf', description: chosen ? '' : 'in use', conf: null };
  const named = confs.map((uri): ConfItem => ({
    label: relativePath(uri),
    description: chosen && uri === conf ? 'in use' : '',
    conf: uri,
  }));
  return [nearest, ...named];
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
    const params: SelectionParams = { uri: document.uri.toString() };
    const answer = await this.client.sendRequest<SelectionAnswer | null>(SELECTION, params);
    const ours = ['vif-template', 'nova-conf'].includes(document.languageId);
    return answer && (ours || answer.conf !== null) ? answer : undefined;
  }

  /** Chooses the nova.conf that is handed over, or asks the user for one. */
  async #choose(conf: unknown): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const folder = document && vscode.workspace.getWorkspaceFolder(document.uri);
    const selection = await this.#selection();
    if (!folder || !selection) {
      void vscode.window.showInformationMessage('Open a template file or a nova.conf of a workspace folder first.');
      return;
    }
    const item =
      typeof conf === 'string' || conf === null
        ? { conf }
        : await vscode.window.showQuickPick(itemsOf(selection), {
            placeHolder: `The nova.conf that governs the templates of ${folder.name}`,
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
