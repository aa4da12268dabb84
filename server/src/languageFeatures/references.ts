import type { Location } from 'vscode-languageserver-types';
import { occurrencesOf, toLocations } from './subjects/occurrences';
import { subjectAt } from './subjects/subjectAt';
import type { WorkspaceView } from './workspaceView';

/** Every place that names the thing at a place, those that define it only with `includeDeclaration`. */
export function references(view: WorkspaceView, uri: string, offset: number, includeDeclaration: boolean): Location[] {
  const subject = subjectAt(view, uri, offset);
  if (!subject) return [];
  return occurrencesOf(view, subject)
    .filter(({ role }) => includeDeclaration || role !== 'definition')
    .flatMap((occurrence) => toLocations(view, occurrence));
}
