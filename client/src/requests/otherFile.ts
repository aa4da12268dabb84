import * as vscode from 'vscode';

/** What is chosen to be the request of a folder. */
export interface Chosen {
  /** The URI of a file; `null`: the nearest. */
  readonly request: string | null;
}

/** Asks for any file, beside the one in use at first. Gives `undefined` where the user gives up. */
export async function askForFile(
  folder: vscode.WorkspaceFolder,
  inUse: string | undefined,
): Promise<Chosen | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('The Request for the Templates of {folder}', { folder: folder.name }),
    openLabel: vscode.l10n.t('Use This Request'),
    defaultUri: inUse === undefined ? folder.uri : vscode.Uri.joinPath(vscode.Uri.parse(inUse), '..'),
    filters: { JSON: ['json'] },
  });
  const [file] = files ?? [];
  return file && { request: file.toString() };
}
