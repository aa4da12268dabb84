import * as vscode from 'vscode';

/** A file system in memory, by absolute paths. Its folders are those that its files lie in. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #files: Map<string, Uint8Array>;
  readonly onDidChangeFile = this.#changed.event;

  constructor(texts: Readonly<Record<string, string>>) {
    this.#files = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  }

  /** The files in a folder and in those below it. */
  filesBelow(folder: vscode.Uri): vscode.Uri[] {
    return this.#below(folder).map((path) => folder.with({ path }));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const content = this.#files.get(uri.path);
    if (!content && this.#below(uri).length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    const type = content ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: content?.length ?? 0 };
  }

  readDirectory(folder: vscode.Uri): [string, vscode.FileType][] {
    const start = withSlash(folder.path).length;
    const types = this.#below(folder).map((path): [string, vscode.FileType] => {
      const [name = '', ...rest] = path.slice(start).split('/');
      return [name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File];
    });
    return [...new Map(types)];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const content = this.#files.get(uri.path);
    if (!content) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  createDirectory(): void {
    // It is there as soon as a file is.
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  #below(folder: vscode.Uri): string[] {
    return [...this.#files.keys()].filter((path) => path.startsWith(withSlash(folder.path)));
  }
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
