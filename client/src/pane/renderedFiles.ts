import * as vscode from 'vscode';
import { RENDERED_SCHEME, renderingOf } from './renderingUri';

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}

/**
 * The documents of renderings as files that are there in memory alone, and that nobody writes. VS Code opens the tab of a file
 * again when its window is reloaded, and starts the extension for it; that of a text which an extension provides it forgets.
 */
export class RenderedFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #registration: vscode.Disposable;
  /** When any of the files last changed: VS Code reads one anew only if it is younger than before. */
  #time = Date.now();
  readonly onDidChangeFile = this.#changed.event;

  /** `textOf` gives what a document says. */
  constructor(private readonly textOf: (uri: vscode.Uri) => string) {
    const why = new vscode.MarkdownString(
      vscode.l10n.t('This is what the template gives. Edit the template: it is rendered anew while you type.'),
    );
    const options = { isCaseSensitive: true, isReadonly: why };
    this.#registration = vscode.workspace.registerFileSystemProvider(RENDERED_SCHEME, this, options);
  }

  /** Lets the editors read these documents anew. */
  changed(...uris: readonly vscode.Uri[]): void {
    this.#time = Math.max(Date.now(), this.#time + 1);
    this.#changed.fire(uris.map((uri) => ({ type: vscode.FileChangeType.Changed, uri })));
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  /** Nothing changes but by {@link changed}. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (!renderingOf(uri)) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: this.#time, size: this.textOf(uri).length };
  }

  /** In the encoding that the user's settings have for it, in which VS Code reads it again. */
  readFile(uri: vscode.Uri): Thenable<Uint8Array> {
    if (!renderingOf(uri)) throw vscode.FileSystemError.FileNotFound(uri);
    return vscode.workspace.encode(this.textOf(uri), { uri });
  }

  readDirectory(): [] {
    return [];
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}
