import type { Hover } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

/** What is known of the thing at a place; `undefined` where there is nothing to say. */
export function hover(_view: WorkspaceView, _uri: string, _offset: number): Hover | undefined {
  return undefined;
}
