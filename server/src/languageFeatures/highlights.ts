import type { DocumentHighlight } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

/** The places of the same file that name the thing at a place. */
export function highlights(_view: WorkspaceView, _uri: string, _offset: number): DocumentHighlight[] {
  return [];
}
