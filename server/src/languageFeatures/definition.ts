import type { LocationLink } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

/** Where the thing at a place is defined. */
export function definition(_view: WorkspaceView, _uri: string, _offset: number): LocationLink[] {
  return [];
}
