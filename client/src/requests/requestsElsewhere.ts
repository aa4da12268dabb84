import * as vscode from 'vscode';
import { DidChangeWatchedFilesNotification, FileChangeType, type BaseLanguageClient } from 'vscode-languageclient';
import type { FolderChoices } from '../folderChoices';

/** Watches one file, and tells the server how it changes. */
function watch(client: BaseLanguageClient, file: vscode.Uri): vscode.Disposable {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/[*?{}[\]]/g, '[$&]');
  const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), name);
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  const tell = (type: FileChangeType) => (uri: vscode.Uri) =>
    client.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uri.toString(), type }] });
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(tell(FileChangeType.Created)),
    watcher.onDidChange(tell(FileChangeType.Changed)),
    watcher.onDidDelete(tell(FileChangeType.Deleted)),
  );
}

/** Tells the server of changes to those chosen requests that it does not hear of by itself: they lie elsewhere, or are called otherwise. */
export class RequestsElsewhere implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #watched: readonly vscode.Disposable[] = [];

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly choices: FolderChoices,
  ) {
    this.#subscription = choices.onDidChange(() => {
      this.#follow();
    });
    this.#follow();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#forget();
  }

  #follow(): void {
    this.#forget();
    const elsewhere = this.choices.all.map((uri) => vscode.Uri.parse(uri)).filter((uri) => !isWatched(uri));
    this.#watched = elsewhere.map((uri) => watch(this.client, uri));
  }

  #forget(): void {
    for (const watched of this.#watched) watched.dispose();
    this.#watched = [];
  }
}

/** Whether the server itself has asked to hear of a file. */
function isWatched(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined && /(?:^|[/.])vif-request\.json$/.test(uri.path);
}
