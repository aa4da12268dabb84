import type { LocationLink } from 'vscode-languageserver-types';
import { toRange } from './convert';
import { nearFamily } from './subjects/keyFamily';
import { keyOccurrences, occurrencesOf, type Occurrence } from './subjects/occurrences';
import type { Subject } from './subjects/subject';
import { subjectAt } from './subjects/subjectAt';
import type { WorkspaceView } from './workspaceView';

/** Where the thing at a place comes from. At that very place, or at a key in a driver: where it is used. */
export function definition(view: WorkspaceView, uri: string, offset: number): LocationLink[] {
  const document = view.documentOf(uri);
  const subject = subjectAt(view, uri, offset);
  if (!document || !subject) return [];
  const originSelectionRange = toRange(document, subject.span);
  return targetsOf(view, subject, uri).flatMap((target) => toLink(view, target, originSelectionRange));
}

function targetsOf(view: WorkspaceView, subject: Subject, uri: string): readonly Occurrence[] {
  if (subject.kind === 'placeholder')
    return keyOccurrences(nearFamily(view, subject)).filter(({ role }) => role === 'definition');
  if (subject.kind === 'output-key')
    return keyOccurrences(nearFamily(view, subject)).filter(({ role }) => role === 'read');
  const occurrences = occurrencesOf(view, subject);
  const isHere = (found: Occurrence): boolean => found.uri === uri && found.span.start === subject.span.start;
  const atDefinition = occurrences.some((found) => found.role === 'definition' && isHere(found));
  return occurrences.filter((found) => (found.role === 'definition') !== atDefinition && !isHere(found));
}

function toLink(
  view: WorkspaceView,
  { uri, span, whole = span }: Occurrence,
  originSelectionRange: LocationLink['originSelectionRange'] & object,
): LocationLink[] {
  const document = view.documentOf(uri);
  if (!document) return [];
  return [
    {
      originSelectionRange,
      targetUri: document.uri,
      targetRange: toRange(document, whole),
      targetSelectionRange: toRange(document, span),
    },
  ];
}
