import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';

/** Takes the cursor, `|`, out of a text. Unlike marked text, it may stand beside an angle bracket. */
export function withCursor(source: string): { readonly text: string; readonly offset: number } {
  return { text: source.replace('|', ''), offset: source.indexOf('|') };
}

/** The text after an item was accepted as a client does it, with the caret where it then is. The item has to be one that a client does not filter away. */
export function accepted(source: string, items: readonly CompletionItem[], label: string): string {
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `no ${label} in ${items.map((candidate) => candidate.label).join(', ')}`);
  const { textEdit, filterText = label, insertTextFormat, additionalTextEdits = [] } = item;
  assert.ok(textEdit && 'range' in textEdit, 'the item says what it replaces');
  assert.deepEqual(additionalTextEdits, []);
  const { text, offset } = withCursor(source);
  const document = TextDocument.create('', '', 0, text);
  const start = document.offsetAt(textEdit.range.start);
  const end = document.offsetAt(textEdit.range.end);
  assert.ok(start <= offset && offset <= end, 'the cursor is in the range');
  const written = text.slice(start, offset);
  assert.ok(isSubsequence(written.toLowerCase(), filterText.toLowerCase()), `${written} filters ${filterText} away`);
  const isSnippet = insertTextFormat === InsertTextFormat.Snippet;
  const indentation = /[ \t]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const inserted = isSnippet ? expand(textEdit.newText, indentation) : `${textEdit.newText}|`;
  return text.slice(0, start) + inserted + text.slice(end);
}

/** Whether the letters of `part` stand in `whole` in their order: what a client that matches loosely keeps. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = whole.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** A snippet as it stands when it is passed through: each choice is the first one, each example stays, and a tab is two blanks. */
function expand(snippet: string, indentation: string): string {
  return snippet
    .replace(/(?<!\\)\$\{\d\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/(?<!\\)\$\{\d:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$0/, '|')
    .replace(/(?<!\\)\$\d/g, '')
    .replaceAll('\\$', '$')
    .replaceAll('\t', '  ')
    .replaceAll('\n', `\n${indentation}`);
}
