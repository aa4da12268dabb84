import type { CodeLens } from 'vscode-languageserver-types';
import { driverLenses } from './lenses/driverLenses';
import { templateLenses } from './lenses/templateLenses';
import type { WorkspaceView } from './workspaceView';

/** The lines above templates and driver classes: what can be done with them, and how they hang together with the rest. */
export function codeLenses(view: WorkspaceView, uri: string): CodeLens[] {
  const document = view.documentOf(uri);
  const template = view.template(uri);
  if (!document) return [];
  return template ? templateLenses(view, document, template) : driverLenses(view, document, uri);
}
