import type { FoldingRange } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

/** What can be folded: sections and comments of a nova.conf, elements and comments of a template file. */
export function foldingRanges(_view: WorkspaceView, _uri: string): FoldingRange[] {
  return [];
}
