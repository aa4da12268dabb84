import { CompletionItemKind } from 'vscode-languageserver-types';
import type { TemplateView } from '../../check/view';
import type { CheetahTemplateFile } from '../../cheetahTemplate/cheetahTemplateFile';
import { novaNames } from '../../cheetahTemplate/knownNames';
import type { WorkspaceView } from '../workspaceView';
import type { Offer } from './offer';
import type { Slot } from './slot';

/** The names that a Cheetah file may use: those that it sets itself, that the request gives, and that Nova gave its own template. */
export function offersOfNames(
  view: WorkspaceView,
  { uri, file }: TemplateView & { readonly file: CheetahTemplateFile },
  slot: Slot,
): readonly Offer[] {
  const given = view.requestNames(uri);
  const details = new Map<string, string>();
  for (const name of novaNames) details.set(name, 'given by Nova');
  for (const name of given?.names ?? []) details.set(name, `given by ${given?.request ?? ''}`);
  for (const { name, role } of file.names) if (role === 'definition') details.set(name, 'set in this file');
  return [...details].map(([name, detail]) => ({ slot, name, kind: CompletionItemKind.Variable, rank: 2, detail }));
}
