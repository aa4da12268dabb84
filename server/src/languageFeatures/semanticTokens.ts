import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: [], tokenModifiers: [] };

/** How the placeholders of a template file look: provided, missing, or filled by nova-compute. */
export function semanticTokens(_view: WorkspaceView, _uri: string): SemanticTokens {
  return { data: [] };
}
