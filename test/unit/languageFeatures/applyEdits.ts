import assert from 'node:assert/strict';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Texts } from '../check/scenario';
import { pathOf } from './workspace';

/** A text after edits, which must not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}

/** The texts of a folder after an edit, as an editor makes it: a file that is to be created must not be there yet. */
export function applied(texts: Texts, { changes = {}, documentChanges = [] }: WorkspaceEdit): Texts {
  const after: Record<string, string> = { ...texts };
  const edit = (uri: string, edits: readonly TextEdit[]): void => {
    const text = after[pathOf(uri)];
    assert.ok(text !== undefined, `${uri} is not there`);
    after[pathOf(uri)] = edited(text, edits);
  };
  for (const [uri, edits] of Object.entries(changes)) edit(uri, edits);
  for (const change of documentChanges) {
    if ('textDocument' in change) edit(change.textDocument.uri, change.edits.filter(isTextEdit));
    else {
      assert.equal(change.kind, 'create');
      assert.ok(after[pathOf(change.uri)] === undefined, `${change.uri} is there already`);
      after[pathOf(change.uri)] = '';
    }
  }
  return after;
}

function isTextEdit(edit: object): edit is TextEdit {
  return 'newText' in edit;
}
