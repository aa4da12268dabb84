import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

const PROBE_EVERY_MS = 25;

/**
 * Waits until a probe finds something.
 * @param what what is waited for, for the message when it does not come
 * @param probe asked again and again; `undefined` and `false` mean not yet
 * @param timeout in milliseconds
 * @returns what the probe found
 */
export async function until<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  timeout = 20_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`${what}: not there after ${timeout} ms`);
    await sleep(PROBE_EVERY_MS);
  }
}

/** The URI of a file in the folder that is open; the path is relative to it, with `/`. */
export function workspaceFile(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** The text of a file as it is on disk, whatever an editor holds. */
export async function textOnDisk(uri: vscode.Uri): Promise<string> {
  return readFile(uri.fsPath, 'utf8');
}

/** Opens a file in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const { document } = await vscode.window.showTextDocument(uri, { preview: false });
  return document;
}

/** Replaces all the text of an open document, and does not save it. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length)),
    text,
  );
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

/** Gives every file of the folder back the text that it has on disk, and closes the editors: for after a test. */
export async function discardEdits(): Promise<void> {
  const ours = (document: vscode.TextDocument) => vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).filter(ours)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The diagnostics of a file with a code, in the order of the text. */
export function problems(uri: vscode.Uri, code: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => codeOf(diagnostic) === code)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a diagnostic with a code, and answers the first one. */
export async function problemAppears(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return until(`${code} in ${uri.path}`, () => problems(uri, code)[0]);
}

/** Waits until a file has no diagnostic with a code. */
export async function problemGoes(uri: vscode.Uri, code: string): Promise<void> {
  await until(`no ${code} in ${uri.path}`, () => problems(uri, code).length === 0);
}

/** Waits until a quick fix with a title is offered for a diagnostic, and applies it. */
export async function applyQuickFix(uri: vscode.Uri, { range }: vscode.Diagnostic, title: string): Promise<void> {
  const { edit } = await until(`the quick fix "${title}"`, async () => {
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    return offered.find((action) => action.title === title);
  });
  assert.ok(edit, `the quick fix "${title}" edits nothing`);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

/** The place of a cursor, `|`, in the first stretch of a document that reads so. */
export function placeOf(document: vscode.TextDocument, marked: string): vscode.Position {
  const cursor = marked.indexOf('|');
  const start = document.getText().indexOf(marked.replace('|', ''));
  assert.ok(start >= 0 && cursor >= 0, `${document.uri.path} does not hold ${marked}`);
  return document.positionAt(start + cursor);
}

/** Runs a command of VS Code's that answers for a place in a file. */
export async function ask<Answer>(command: string, ...args: unknown[]): Promise<Answer> {
  return vscode.commands.executeCommand<Answer>(command, ...args);
}

/** The last part of a path, and the text at a range of it. */
export async function textAt({ uri, range }: vscode.Location): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  return `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}: ${document.getText(range)}`;
}
