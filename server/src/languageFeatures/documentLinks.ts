import type { DocumentLink } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

/** The values of a nova.conf that name a file: the driver and the template file. */
export function documentLinks(_view: WorkspaceView, _uri: string): DocumentLink[] {
  return [];
}
