import type { CodeLens } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

/** The lines above templates and driver classes. */
export function codeLenses(_view: WorkspaceView, _uri: string): CodeLens[] {
  return [];
}
