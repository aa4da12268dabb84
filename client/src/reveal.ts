import * as vscode from 'vscode';
import type { Location } from 'vscode-languageserver-types';

/** The command that the links of a picture and of a rendering's hovers run: shows a place. It is not for the command palette. */
export const REVEAL_COMMAND = 'openstackVif.reveal';

/** Selects the place in the editor that shows the file already, else in a new one of the first column. */
async function reveal({ uri, range: { start, end } }: Location): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(document, { selection, viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One });
}

export function registerReveal(): vscode.Disposable {
  return vscode.commands.registerCommand(REVEAL_COMMAND, reveal);
}
