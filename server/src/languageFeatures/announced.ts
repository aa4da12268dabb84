import { CodeActionKind, type SemanticTokensLegend } from 'vscode-languageserver-types';
import { FIX_ALL } from './codeActions/kinds';

// What a client is told when it starts, before any feature is used.

/** The kinds of code actions that there are. */
export const codeActionKinds: CodeActionKind[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL];

/** The characters after which a client asks for completion by itself: what opens a placeholder, a tag, a section, a string or a value. */
export const completionTriggers = ['$', '{', '<', '[', "'", '"', '=', '.'];

/** What tells one look of a placeholder from another. */
export type Modifier = 'provided' | 'sometimes' | 'compute' | 'missing' | 'optional';

export const semanticTokensLegend = {
  tokenTypes: ['variable', 'property', 'parameter'],
  tokenModifiers: ['provided', 'sometimes', 'compute', 'missing', 'optional'] satisfies Modifier[],
} satisfies SemanticTokensLegend;
