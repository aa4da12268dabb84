import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver-types';
import { toRange } from './convert';
import { occurrencesOf, type Occurrence } from './subjects/occurrences';
import { subjectAt } from './subjects/subjectAt';
import type { WorkspaceView } from './workspaceView';

const KINDS: Readonly<Record<Occurrence['role'], DocumentHighlightKind>> = {
  definition: DocumentHighlightKind.Write,
  read: DocumentHighlightKind.Read,
  reference: DocumentHighlightKind.Text,
};

/** The places of the same file that name the thing at a place. */
export function highlights(view: WorkspaceView, uri: string, offset: number): DocumentHighlight[] {
  const document = view.documentOf(uri);
  const subject = subjectAt(view, uri, offset);
  if (!document || !subject) return [];
  return occurrencesOf(view, subject)
    .filter((occurrence) => occurrence.uri === uri)
    .map(({ span, role }) => ({ range: toRange(document, span), kind: KINDS[role] }));
}
