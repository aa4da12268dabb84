import type { SelectionRange } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

/** The stretches around each offset, from the innermost to the whole file. */
export function selectionRanges(_view: WorkspaceView, _uri: string, _offsets: readonly number[]): SelectionRange[] {
  return [];
}
