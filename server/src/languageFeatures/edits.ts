import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextChange } from '../text/span';
import { toRange, type DocumentOf } from './convert';

/** The edit that makes `changes`. Those of files that are gone are left out. */
export function toWorkspaceEdit(changes: readonly TextChange[], documentOf: DocumentOf): WorkspaceEdit {
  const edits: Record<string, TextEdit[]> = {};
  for (const { uri, span, newText } of changes) {
    const document = documentOf(uri);
    if (document) (edits[document.uri] ??= []).push({ range: toRange(document, span), newText });
  }
  return { changes: edits };
}

/** The edit that makes a new file with this text. It fails where the file is there already. Only for clients that can create files. */
export function newFile(uri: string, text: string): WorkspaceEdit {
  const create: CreateFile = { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } };
  const start = { line: 0, character: 0 };
  const fill: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start, end: start }, newText: text }],
  };
  return { documentChanges: [create, fill] };
}
