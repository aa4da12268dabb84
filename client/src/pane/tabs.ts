import * as vscode from 'vscode';

/** Whether two URIs are the same. */
export function same(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}

/** The documents that a tab shows: two where it compares. */
export function urisOf({ input }: vscode.Tab): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}

/** Whether any tab of any group shows a document. */
export function isOpen(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.flatMap(urisOf).some((shown) => same(shown, uri)));
}

/** The columns in which a document has a tab of its own; that of the group at hand first. */
function columnsOf(uri: vscode.Uri): readonly vscode.ViewColumn[] {
  const shows = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputText && same(input.uri, uri);
  const groups = vscode.window.tabGroups.all.filter(({ tabs }) => tabs.some(shows));
  return groups.sort((a, b) => Number(b.isActive) - Number(a.isActive)).map(({ viewColumn }) => viewColumn);
}

/** A column in which a document has a tab of its own, best that of the group at hand; `undefined` where it has none. */
export function openColumn(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return columnsOf(uri)[0];
}
