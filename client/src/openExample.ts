import * as vscode from 'vscode';
import { EXAMPLE, EXAMPLE_FILES, EXAMPLE_TEMPLATE } from './exampleFiles';

/** The command that opens a copy of the example. */
const OPEN_EXAMPLE = 'openstackVif.openExample';
/** The name of the folder that the example is copied to. */
const FOLDER = 'openstack-vif-example';

const { fs } = vscode.workspace;

async function askForPlace(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: vscode.l10n.t('Where to Put the Folder {name}', { name: FOLDER }),
    openLabel: vscode.l10n.t('Put It Here'),
  });
  return chosen?.[0];
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Copies the example. An edit that creates files is refused as a whole where one of them is there. */
async function copyExample(extension: vscode.Uri, folder: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const name of EXAMPLE_FILES) {
    const contents = await fs.readFile(vscode.Uri.joinPath(extension, EXAMPLE, name));
    edit.createFile(vscode.Uri.joinPath(folder, name), { overwrite: false, contents });
  }
  return vscode.workspace.applyEdit(edit);
}

/** Beside what leads through the first steps, else where a file is opened anyway. */
function column(): vscode.ViewColumn {
  const { activeTextEditor, tabGroups } = vscode.window;
  return !activeTextEditor && tabGroups.activeTabGroup.activeTab ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

/** Says where the copy is, and offers its folder in a window of its own. Nothing waits for the answer. */
async function offerFolder(folder: vscode.Uri, message: string): Promise<void> {
  const open = vscode.l10n.t('Open Folder');
  if ((await vscode.window.showInformationMessage(message, open)) === open)
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
}

/**
 * Copies the example to a new folder in `place`, or in one that the user chooses, and opens its template. A folder that is
 * there is left as it is: an example that was copied to it earlier is opened.
 * @returns the template; `undefined` where nothing was chosen or opened
 */
async function openExample(extension: vscode.Uri, place: unknown): Promise<vscode.Uri | undefined> {
  const parent = place instanceof vscode.Uri ? place : await askForPlace();
  if (!parent) return undefined;
  const folder = vscode.Uri.joinPath(parent, FOLDER);
  const template = vscode.Uri.joinPath(folder, EXAMPLE_TEMPLATE);
  const values = { folder: folder.fsPath };
  const wasThere = await exists(folder);
  if (wasThere ? !(await exists(template)) : !(await copyExample(extension, folder))) {
    const message = wasThere
      ? vscode.l10n.t('{folder} is there already, and holds something else. Choose another place.', values)
      : vscode.l10n.t('The example could not be written to {folder}. Choose another place.', values);
    void vscode.window.showErrorMessage(message);
    return undefined;
  }
  await vscode.window.showTextDocument(template, { preview: false, viewColumn: column() });
  void offerFolder(
    folder,
    wasThere
      ? vscode.l10n.t('The example was in {folder} already. It is left as it is.', values)
      : vscode.l10n.t('The example is in {folder}.', values),
  );
  return template;
}

/** Offers the command; `extension` is the extension's own folder, which nothing is written to. */
export function registerOpenExample(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(OPEN_EXAMPLE, (place?: unknown) => openExample(extension, place));
}
