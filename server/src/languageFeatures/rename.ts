import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { toRange } from './convert';
import { wholeFamily, type KeyFamily } from './subjects/keyFamily';
import { keyOccurrences, toLocations } from './subjects/occurrences';
import { checkNewName } from './rename/newName';
import { RenameRefused } from './rename/refused';
import { checkRenamable } from './rename/renamable';
import type { OutputKeySubject, PlaceholderSubject } from './subjects/subject';
import { subjectAt } from './subjects/subjectAt';
import type { WorkspaceView } from './workspaceView';

export { RenameRefused };

/** The range and the text that a rename at a place would change; `undefined` where nothing can be renamed. Throws a RenameRefused that says why where something could be, but must not. */
export function prepareRename(
  view: WorkspaceView,
  uri: string,
  offset: number,
): { range: Range; placeholder: string } | undefined {
  const document = view.documentOf(uri);
  const subject = keyAt(view, uri, offset);
  if (!document || !subject) return undefined;
  checkRenamable(view, wholeFamily(view, subject));
  return { range: toRange(document, subject.span), placeholder: subject.key };
}

/** The edit that gives the key at a place another name, in the driver and in every template that it fills. Throws a RenameRefused. */
export function rename(view: WorkspaceView, uri: string, offset: number, newName: string): WorkspaceEdit | undefined {
  const subject = keyAt(view, uri, offset);
  if (!subject) return undefined;
  const family = wholeFamily(view, subject);
  checkRenamable(view, family);
  if (newName === family.key) return { changes: {} };
  checkNewName(view, family, newName);
  return { changes: editsOf(view, family, newName) };
}

function keyAt(view: WorkspaceView, uri: string, offset: number): PlaceholderSubject | OutputKeySubject | undefined {
  const subject = subjectAt(view, uri, offset);
  return subject?.kind === 'placeholder' || subject?.kind === 'output-key' ? subject : undefined;
}

function editsOf(view: WorkspaceView, family: KeyFamily, newText: string): Record<string, TextEdit[]> {
  const edits: Record<string, TextEdit[]> = {};
  for (const { uri, range } of keyOccurrences(family).flatMap((place) => toLocations(view, place)))
    (edits[uri] ??= []).push({ range, newText });
  return edits;
}
