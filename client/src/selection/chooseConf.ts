import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ConfNode } from '../../../server/src/wire/protocol';
import type { FolderChoices } from '../folderChoices';
import { getSelection, selectionAtHand } from './selection';
import { confItems, type ConfItem } from './selectionTexts';

/** The command that lets another nova.conf govern the templates. */
export const CHOOSE_CONF_COMMAND = 'openstackVif.chooseConf';

/** Whether a command was called on a nova.conf of the explorer. */
function isConfNode(argument: unknown): argument is ConfNode {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === 'conf';
}

/** What can be chosen from for the folder of a file; for a line of the explorer, as it is chosen for the folder. */
async function itemsFor(
  client: BaseLanguageClient,
  folder: vscode.WorkspaceFolder,
  shown: vscode.Uri | undefined,
  chosen: string | undefined,
): Promise<readonly ConfItem[] | undefined> {
  const selection = await (shown ? getSelection(client, shown) : selectionAtHand(client));
  if (!selection) return undefined;
  return confItems(shown ? { ...selection, conf: chosen ?? selection.conf, chosen: chosen !== undefined } : selection);
}

/** Chooses the nova.conf that is handed over, or asks the user for one: for the folder of the file at hand, or of a line of the explorer. */
async function chooseConf(client: BaseLanguageClient, choices: FolderChoices, conf: unknown): Promise<void> {
  const shown = isConfNode(conf) ? vscode.Uri.parse(conf.place.uri) : undefined;
  const uri = shown ?? vscode.window.activeTextEditor?.document.uri;
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  const items = folder && (await itemsFor(client, folder, shown, choices.of(folder)));
  if (!items) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a template file or a nova.conf of a workspace folder first.'),
    );
    return;
  }
  const item =
    typeof conf === 'string' || conf === null
      ? { conf }
      : await vscode.window.showQuickPick(items, {
          placeHolder: vscode.l10n.t('The nova.conf that governs the templates of {folder}', { folder: folder.name }),
        });
  if (item) await choices.choose(folder, item.conf);
}

/** Offers the command. */
export function registerChooseConf(client: BaseLanguageClient, choices: FolderChoices): vscode.Disposable {
  return vscode.commands.registerCommand(CHOOSE_CONF_COMMAND, (conf?: unknown) => chooseConf(client, choices, conf));
}
