import * as vscode from 'vscode';
import type { FolderChoices } from '../folderChoices';
import { askForFile, type Chosen } from './otherFile';

const FILES = '**/{vif-request,*.vif-request}.json';
const PASSED_OVER = '**/{node_modules,.git}/**';

interface RequestItem extends vscode.QuickPickItem {
  /** What is chosen, or a way to ask for it; `undefined` of a line that cannot be picked. */
  readonly choose?: () => Promise<Chosen | undefined>;
}

const mark = (isUsed: boolean): string => (isUsed ? vscode.l10n.t('in use') : '');

function fileItem(uri: vscode.Uri, chosen: string | undefined): RequestItem {
  return {
    label: vscode.workspace.asRelativePath(uri, false),
    description: mark(uri.toString() === chosen),
    choose: () => Promise.resolve({ request: uri.toString() }),
  };
}

/** The nearest request, then each that there is in the folder and the one in use, wherever it lies; at last a way to any other file. */
async function requestItems(folder: vscode.WorkspaceFolder, chosen: string | undefined): Promise<RequestItem[]> {
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, FILES), PASSED_OVER);
  const isElsewhere = chosen !== undefined && !found.some((uri) => uri.toString() === chosen);
  const files = isElsewhere ? [...found, vscode.Uri.parse(chosen)] : found;
  const named = files.map((uri) => fileItem(uri, chosen)).sort((a, b) => a.label.localeCompare(b.label));
  return [
    {
      label: vscode.l10n.t('The nearest vif-request.json'),
      description: mark(chosen === undefined),
      choose: () => Promise.resolve({ request: null }),
    },
    ...named,
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('Other File…'), choose: () => askForFile(folder, chosen) },
  ];
}

/** Asks which request the templates of a folder are rendered with, and remembers it. */
export async function chooseRequest(choices: FolderChoices, folder: vscode.WorkspaceFolder): Promise<void> {
  const item = await vscode.window.showQuickPick(requestItems(folder, choices.of(folder)), {
    placeHolder: vscode.l10n.t('The request that the templates of {folder} are rendered with', { folder: folder.name }),
  });
  const chosen = await item?.choose?.();
  if (chosen) await choices.choose(folder, chosen.request);
}
