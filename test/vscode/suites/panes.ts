import * as vscode from 'vscode';
import type { RenderAnswer } from '../../../server/src/wire/protocol';
import { replaceText, until } from './support';

/** Renders what the command is called on, or the document at hand. */
export async function render(argument?: unknown): Promise<RenderAnswer | undefined> {
  return vscode.commands.executeCommand('openstackVif.render', argument);
}

/** The documents that show renderings, of the tabs that are open: one that is split comes twice. */
export function panes(): vscode.Uri[] {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  return inputs.flatMap((input) =>
    input instanceof vscode.TabInputText && input.uri.scheme === 'openstack-vif' ? [input.uri] : [],
  );
}

/** What the first of them says. */
export function paneText(): string {
  const uri = panes()[0]?.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri)?.getText() ?? '';
}

/** Waits until the first of them says something. */
export async function paneShows(pattern: RegExp): Promise<void> {
  await until(`${String(pattern)} in the pane`, () => pattern.test(paneText())).catch((error: unknown) => {
    throw new Error(`${String(error)}; it shows:\n${paneText()}`);
  });
}

/** Edits a file in its document, and does not save it. */
export async function edit(uri: vscode.Uri, oldText: string | RegExp, newText: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await replaceText(document, document.getText().replace(oldText, newText));
}
