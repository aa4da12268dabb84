import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../workspace/workspace';
import { normalized } from '../workspace/files';
import { MemoByText } from '../workspace/memoByText';

/** The documents that positions are counted in: those that the client has open, else what is on the disk. */
export class Documents {
  readonly #open = new Map<string, TextDocument>();
  readonly #closed = new MemoByText<TextDocument>();

  constructor(private readonly workspace: Workspace) {}

  opened(document: TextDocument): void {
    this.#open.set(normalized(document.uri), document);
  }

  closed(uri: string): void {
    this.#open.delete(normalized(uri));
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** The normalized URIs of those that are open. */
  openUris(): Iterable<string> {
    return this.#open.keys();
  }

  /** The document of a normalized URI; an open one has the client's own spelling of the URI. */
  readonly get = (uri: string): TextDocument | undefined => {
    const open = this.#open.get(uri);
    if (open) return open;
    const text = this.workspace.files.text(uri);
    return text === undefined ? undefined : this.#closed.get(uri, text, () => TextDocument.create(uri, '', 0, text));
  };
}
