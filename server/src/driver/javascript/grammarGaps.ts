import type { Syntax } from '../../text/syntaxTree';

/** Whether the grammar may be wrong, and not the text: attributes of an import, and escapes in a name. */
export function isGrammarGap(text: string, error: Syntax): boolean {
  for (let node: Syntax | undefined = error; node; node = node.parent)
    if (node.name === 'ImportDeclaration' || node.name === 'ExportDeclaration') return !hasCode(node);
  return text.charAt(error.start) === '\\';
}

function hasCode(node: Syntax): boolean {
  return node.child('ClassDeclaration', 'FunctionDeclaration', 'VariableDeclaration') !== undefined;
}
