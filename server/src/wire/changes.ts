import { isSameText } from '../text/commonEnds';
import type { Text } from '../text/text';
import { isTemplate, type FileKind } from '../workspace/fileKind';
import { normalized } from '../workspace/files';
import type { Workspace } from '../workspace/workspace';
import type { ClientFacts } from './clientFacts';
import type { Documents } from './documents';
import type { OpenDocument } from './openDocument';
import type { Publisher } from './publisher';
import type { Refresher } from './refresher';
import type { Renderings } from './renderings';

/** What is brought up to date after a change. */
export interface ChangedParts {
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly publisher: Publisher;
  readonly refresher: Refresher;
  readonly renderings: Renderings;
  readonly client: ClientFacts;
}

/** Whether a file is of those that the explorer shows by themselves, whatever they hang together with. */
function isOwn(kind: FileKind | undefined): boolean {
  return kind === 'nova-conf' || isTemplate(kind);
}

/** Takes the changes of files, in the editor and on the disk, and has everything done anew that hangs on them. */
export class Changes {
  /** The texts of the open documents as they were when they were last told of: a document itself holds only its newest. */
  readonly #openTexts = new Map<string, Text>();

  constructor(private readonly parts: ChangedParts) {}

  /** Has everything checked and shown anew. */
  checkAll(): void {
    const { publisher, refresher, workspace } = this.parts;
    publisher.allDue(workspace.checkedFiles());
    refresher.due();
  }

  async opened(document: OpenDocument): Promise<void> {
    const { documents, publisher, refresher, workspace } = this.parts;
    documents.opened(document);
    const uri = normalized(document.uri);
    const isNew = workspace.isNew(uri);
    const before = workspace.files.content(uri);
    this.#openTexts.set(uri, document.content);
    this.#change(
      uri,
      () => {
        workspace.opened(document);
      },
      before,
    );
    if (!isNew) return;
    await workspace.addAround(uri);
    publisher.due(workspace.related(uri));
    refresher.due();
  }

  /** An open document has another text; it is told of a document that was just opened, too. */
  edited(document: OpenDocument): void {
    const uri = normalized(document.uri);
    this.#change(
      uri,
      () => {
        this.parts.workspace.edited(uri);
      },
      this.#openTexts.get(uri),
    );
    this.#openTexts.set(uri, document.content);
  }

  closed(document: OpenDocument): void {
    const uri = normalized(document.uri);
    this.parts.documents.closed(uri);
    this.#openTexts.delete(uri);
    this.#change(
      uri,
      () => {
        this.parts.workspace.closed(uri);
      },
      document.content,
    );
  }

  /** A file was saved: by a client that does not watch the disk, others may have changed as well. */
  saved(): void {
    if (this.parts.client.watchesDisk) return;
    this.parts.workspace.forgetDisk();
    this.checkAll();
  }

  /** Files that were made, changed or removed on the disk. With `listed` other than before, everything may hang together otherwise. */
  onDisk(uris: readonly string[], listed: boolean): void {
    for (const uri of uris.map(normalized)) {
      this.#change(uri, () => {
        this.parts.workspace.changedOnDisk(uri);
      });
    }
    if (listed) this.checkAll();
  }

  /** Makes a change, and publishes what hung on the file before it and what hangs on it now. Renderings are left alone where the text is `textBefore` still. */
  #change(uri: string, change: () => void, textBefore?: Text): void {
    const { publisher, refresher, renderings, workspace } = this.parts;
    const before = workspace.related(uri);
    change();
    const related = new Set([...before, ...workspace.related(uri)]);
    publisher.due(related);
    if (related.size > 1 || isOwn(workspace.kind(uri))) refresher.due();
    const text = workspace.files.content(uri);
    const isSame = textBefore !== undefined && text !== undefined && isSameText(textBefore, text);
    if (!isSame) renderings.touched(uri);
  }
}
