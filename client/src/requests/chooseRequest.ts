import * as vscode from 'vscode';
import type { RequestChoices } from './requestChoices';

const FILES = '**/{vif-request,*.vif-request}.json';
const PASSED_OVER = '**/{node_modules,.git}/**';

interface RequestItem extends vscode.QuickPickItem {
  /** `null`: the nearest. */
  readonly request: string | null;
}

/** The nearest request, then each that there is in the folder. */
async function requestItems(folder: vscode.WorkspaceFolder, chosen: string | undefined): Promise<RequestItem[]> {
  const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, FILES), PASSED_OVER);
  const mark = (used: boolean): string => (used ? vscode.l10n.t('in use') : '');
  const nearest = {
    label: vscode.l10n.t('The nearest vif-request.json'),
    description: mark(chosen === undefined),
    request: null,
  };
  const named = files.map((uri) => ({
    label: vscode.workspace.asRelativePath(uri, false),
    description: mark(uri.toString() === chosen),
    request: uri.toString(),
  }));
  return [nearest, ...named.sort((a, b) => a.label.localeCompare(b.label))];
}

/** Asks which request the templates of a folder are rendered with, and remembers it. */
export async function chooseRequest(choices: RequestChoices, folder: vscode.WorkspaceFolder): Promise<void> {
  const item = await vscode.window.showQuickPick(requestItems(folder, choices.of(folder)), {
    placeHolder: vscode.l10n.t('The request that the templates of {folder} are rendered with', { folder: folder.name }),
  });
  if (item) await choices.choose(folder, item.request);
}
