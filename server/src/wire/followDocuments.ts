import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import type { Changes } from './changes';
import type { Connection } from './connection';
import { OpenDocument } from './openDocument';

/** Keeps the documents that the client has open as they are there, and tells of each change. */
export function followDocuments(connection: Connection, changes: Changes): void {
  const open = new Map<string, OpenDocument>();
  connection.onNotification('textDocument/didOpen', ({ textDocument }: DidOpenTextDocumentParams) => {
    const { uri, languageId, version, text } = textDocument;
    const document = new OpenDocument(uri, languageId, version, text);
    open.set(uri, document);
    void changes.opened(document);
    changes.edited(document);
  });
  connection.onNotification('textDocument/didChange', (params: DidChangeTextDocumentParams) => {
    const { uri, version } = params.textDocument;
    const document = open.get(uri);
    if (!document || params.contentChanges.length === 0) return;
    document.update(params.contentChanges, version);
    changes.edited(document);
  });
  connection.onNotification('textDocument/didSave', () => {
    changes.saved();
  });
  connection.onNotification('textDocument/didClose', ({ textDocument }: DidCloseTextDocumentParams) => {
    const document = open.get(textDocument.uri);
    if (!document) return;
    open.delete(textDocument.uri);
    changes.closed(document);
  });
}
