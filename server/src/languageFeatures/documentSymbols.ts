import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

/** The outline of a nova.conf or a template file. */
export function documentSymbols(_view: WorkspaceView, _uri: string): DocumentSymbol[] {
  return [];
}
