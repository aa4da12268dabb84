import type { Syntax } from '../../text/syntaxTree';

/** Statements and expressions with forms that Python has and the grammar has not. */
const INCOMPLETE_NODES: ReadonlySet<string> = new Set([
  'WithStatement',
  'MatchStatement',
  'Decorator',
  'YieldExpression',
  'TypeParamList',
]);

/**
 * Whether the grammar may be wrong, and not the text: `with (a as b):`, `case {}:`, `@names[0]`, `x = yield`,
 * `names[*index]`, `lambda a, /: a`, `except A, B:`, `print = log`, t-strings.
 */
export function isGrammarGap(text: string, error: Syntax): boolean {
  for (let node: Syntax | undefined = error; node; node = node.parent) if (INCOMPLETE_NODES.has(node.name)) return true;
  const parent = error.parent?.name;
  const here = text.charAt(error.start);
  if (here === '*' || here === '/') return true;
  if (parent === 'TryStatement') return here === ',';
  if (parent === 'PrintStatement') return here === '=';
  return isTemplateString(text, error.start);
}

/** `t'…'`: a string right behind its prefix. */
function isTemplateString(text: string, at: number): boolean {
  const prefix = text.charAt(at - 1).toLowerCase();
  return (prefix === 't' || prefix === 'r') && (text.charAt(at) === "'" || text.charAt(at) === '"');
}
