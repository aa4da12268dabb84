import * as vscode from 'vscode';

const SUFFIX = 'vif-request.json';

async function exists(uri: vscode.Uri): Promise<boolean> {
  const isOpen = vscode.workspace.textDocuments.some(({ uri: open }) => open.path === uri.path);
  const isThere = vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  return isOpen || isThere;
}

/** The first of these names, then of numbered ones, that no file of the folder has. */
async function freeName(folder: vscode.Uri, names: readonly string[]): Promise<vscode.Uri> {
  for (const name of names) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (!(await exists(uri))) return uri;
  }
  for (let number = 2; ; number++) {
    const uri = vscode.Uri.joinPath(folder, `${number}.${SUFFIX}`);
    if (!(await exists(uri))) return uri;
  }
}

async function showNew(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/**
 * Opens a request that is not saved yet, beside the file that it is for: nothing is written before the user saves. Where that
 * file lies on no disk, saving asks for the place.
 * @param names what it may be called, the best one first; `''` is `vif-request.json` itself
 */
export async function openUnsaved(
  beside: string,
  names: readonly string[],
  text: string,
): Promise<vscode.TextDocument> {
  const template = vscode.Uri.parse(beside);
  if (template.scheme !== 'file')
    return showNew(await vscode.workspace.openTextDocument({ language: 'json', content: text }));
  const folder = vscode.Uri.joinPath(template, '..');
  const file = await freeName(
    folder,
    names.map((name) => (name === '' ? SUFFIX : `${name}.${SUFFIX}`)),
  );
  const document = await vscode.workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return showNew(document);
}
