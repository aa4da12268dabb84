import type { CompletionItem } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

/** The characters after which a client asks for completion by itself. */
export const completionTriggers = ['$', '{', '.', '=', ' ', "'", '"', '['];

/** What may be written at a place of a nova.conf, a template or a driver. `snippets` says whether the client knows tab stops. */
export function complete(_view: WorkspaceView, _uri: string, _offset: number, _snippets: boolean): CompletionItem[] {
  return [];
}
