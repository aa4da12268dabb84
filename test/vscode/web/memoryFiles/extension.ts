import * as vscode from 'vscode';
import { MemoryFiles } from './memoryFiles';

/** The proposed API that a search of file names goes through. */
interface FileSearch {
  registerFileSearchProvider(
    scheme: string,
    provider: { provideFileSearchResults(query: unknown, options: { folder: vscode.Uri }): vscode.Uri[] },
  ): vscode.Disposable;
}

/** Keeps the examples in memory, as the file systems `memfs` and `vscode-vfs`; only the second one can be searched. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const listed = await fetch(vscode.Uri.joinPath(context.extensionUri, 'files.json').toString(true));
  const texts = (await listed.json()) as Readonly<Record<string, string>>;
  const search = vscode.workspace as unknown as FileSearch;
  const searched = new MemoryFiles(texts);
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', new MemoryFiles(texts)),
    vscode.workspace.registerFileSystemProvider('vscode-vfs', searched),
    search.registerFileSearchProvider('vscode-vfs', {
      provideFileSearchResults: (_, { folder }) => searched.filesBelow(folder),
    }),
  );
}
