import { assign, type Expression, name, outside, run, type Statement, unknown } from '../code/code';
import { split, textOf } from '../syntax/source';
import type { Syntax } from '../syntax/syntaxTree';
import { DEFAULT_EXPORT, type JavaScriptContext } from './context';
import { expressionOf, expressionsIn, makeClass, makeFunction } from './expressions';
import { readString } from './strings';

/** A statement of the top level that brings names in, or gives them out. */
export interface ModuleStatement {
  /** The statement that it holds besides. */
  readonly declaration?: Syntax;
  /** What it sets at the end, once everything has its value. */
  readonly atEnd: readonly Statement[];
}

/** `import a, { b as c } from 'd'` */
export function importsOf(context: JavaScriptContext, node: Syntax): { names: string[]; body: Statement[] } {
  const from = node.child('String');
  const path = (from && readString(context.source.text, from)?.value) ?? '';
  const variables = variableNodes(node).map((variable) => textOf(context.source, variable));
  // The separator keeps it apart from what comes with the language.
  return { names: variables, body: variables.map((it) => run(assign(name(it), outside(`${path}:${it}`)))) };
}

function variableNodes(node: Syntax): Syntax[] {
  return node.children.flatMap((child) => (child.name === 'VariableDefinition' ? [child] : variableNodes(child)));
}

/** `export default …`, `export { Name as default }`, `export const …` */
export function exportOf(context: JavaScriptContext, node: Syntax): ModuleStatement {
  const declaration = node.children.find((child) => DECLARATIONS.has(child.name));
  const group = node.child('ExportGroup');
  if (group) return { atEnd: groupExport(context, node, group) };
  if (!node.has('default')) return { ...(declaration && { declaration }), atEnd: [] };
  const variable = declaration?.child('VariableDefinition');
  if (declaration && variable) return { declaration, atEnd: [exporting(name(textOf(context.source, variable)))] };
  if (declaration?.name === 'ClassDeclaration') return { atEnd: [exporting(makeClass(context, declaration))] };
  if (declaration) return { atEnd: [exporting(makeFunction(context, declaration))] };
  const [value] = expressionsIn(context, node.children);
  return { atEnd: [exporting(value ?? unknown())] };
}

const DECLARATIONS: ReadonlySet<string> = new Set(['FunctionDeclaration', 'ClassDeclaration', 'VariableDeclaration']);

/** `export { Name as default }`; with `from`, it comes out of another file. */
function groupExport(context: JavaScriptContext, node: Syntax, group: Syntax): Statement[] {
  return split(group.children.slice(1), ',').flatMap((item) => {
    const nodes = item.filter(({ name: n }) => n !== '}');
    const exported = nodes.at(-1);
    if (!exported || !['default', "'default'", '"default"'].includes(textOf(context.source, exported))) return [];
    return [exporting(node.has('from') ? unknown() : expressionOf(context, nodes[0]))];
  });
}

function exporting(value: Expression): Statement {
  return run(assign(name(DEFAULT_EXPORT), value));
}
