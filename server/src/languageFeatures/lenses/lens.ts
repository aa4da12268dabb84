import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** A lens above the line that an offset lies in. */
export function lensAt(document: TextDocument, offset: number, command: Command): CodeLens {
  const position = document.positionAt(offset);
  return { range: { start: position, end: position }, command };
}

/** What a lens shows that only says something: a command without a name is mere text for a client. */
export function information(title: string): Command {
  return { title, command: '' };
}
