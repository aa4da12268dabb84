import { assign, name, outside, run, unknown } from '../code/build';
import type { Expression, Import, Statement } from '../code/code';
import { split, textOf } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import { DEFAULT_EXPORT, type JavaScriptContext } from './context';
import { expressionOf, expressionsIn, importOf, makeClass, makeFunction } from './expressions';
import { declaredNames } from './statements';
import { readString } from './strings';

/** A statement of the top level that gives names out. */
export interface ExportStatement {
  /** The statement that it holds besides. */
  readonly declaration?: Syntax;
  /** What it sets at the end, once everything has its value. */
  readonly atEnd: readonly Statement[];
  /** The names that it gives out. */
  readonly exports: readonly (readonly [name: string, value: Expression])[];
  /** Another module, all of whose names it gives out. */
  readonly passesOn?: Import;
}

/** `import a, { b as c } from 'd'` */
export function importsOf(context: JavaScriptContext, node: Syntax): { names: string[]; body: Statement[] } {
  const module = moduleName(context, node);
  const clauses = [...split(clauseNodes(node), ','), ...split(node.child('ImportGroup')?.children.slice(1) ?? [], ',')];
  const names: string[] = [];
  const body = clauses.flatMap((clause): Statement[] => {
    const variable = clause.find((part) => part.name === 'VariableDefinition');
    if (!variable) return [];
    const local = textOf(context.source, variable);
    names.push(local);
    const isAlone = clause[0] === variable && node.children.includes(variable);
    const member = isAlone ? 'default' : nameIn(context, clause[0]);
    return [run(assign(name(local), importOrOutside(context, module, member, local)))];
  });
  return { names, body };
}

/** What stands in front of the group: `a, * as b`. */
function clauseNodes({ children }: Syntax): Syntax[] {
  return children.slice(1).filter(({ name: n }) => !['ImportGroup', 'from', 'String', ';'].includes(n));
}

function moduleName(context: JavaScriptContext, node: Syntax): string {
  const from = node.child('String');
  return (from && readString(context.source, from)?.value) ?? '';
}

/** The name that stands at a node; that of the whole module for `*`. */
function nameIn(context: JavaScriptContext, node: Syntax | undefined): string | undefined {
  if (!node || node.name === 'Star') return undefined;
  return node.name === 'String' ? readString(context.source, node)?.value : textOf(context.source, node);
}

function importOrOutside(
  context: JavaScriptContext,
  module: string,
  member: string | undefined,
  local: string,
): Expression {
  // The separator keeps it apart from what comes with the language.
  const path = `${module}:${local}`;
  return importOf(context, module, path, member) ?? outside(path);
}

/** `export default …`, `export { Name as default }`, `export const …`, `export * from …` */
export function exportOf(context: JavaScriptContext, node: Syntax): ExportStatement {
  const group = node.child('ExportGroup');
  if (group) return withDefault(groupExports(context, node, group));
  if (node.has('Star')) return starExport(context, node);
  const declaration = node.children.find((child) => DECLARATIONS.has(child.name));
  if (node.has('default')) return defaultExport(context, node, declaration);
  if (!declaration) return { atEnd: [], exports: [] };
  return {
    declaration,
    atEnd: [],
    exports: declaredNames(context, [declaration]).map((declared) => [declared, name(declared)]),
  };
}

const DECLARATIONS: ReadonlySet<string> = new Set(['FunctionDeclaration', 'ClassDeclaration', 'VariableDeclaration']);

function defaultExport(context: JavaScriptContext, node: Syntax, declaration: Syntax | undefined): ExportStatement {
  const variable = declaration?.child('VariableDefinition');
  if (declaration && variable)
    return { declaration, ...withDefault([['default', name(textOf(context.source, variable))]]) };
  if (declaration?.name === 'ClassDeclaration') return withDefault([['default', makeClass(context, declaration)]]);
  if (declaration) return withDefault([['default', makeFunction(context, declaration)]]);
  const [value] = expressionsIn(context, node.children);
  return withDefault([['default', value ?? unknown()]]);
}

/** `export * from 'a'`, `export * as b from 'a'` */
function starExport(context: JavaScriptContext, node: Syntax): ExportStatement {
  const module = moduleName(context, node);
  const as = node.child('VariableName');
  const whole = importOf(context, module, `${module}:*`);
  if (as) return withDefault([[textOf(context.source, as), whole ?? unknown()]]);
  return { atEnd: [], exports: [], ...(whole && { passesOn: whole }) };
}

/** `export { Name as default }`; with `from`, it comes out of another file. */
function groupExports(context: JavaScriptContext, node: Syntax, group: Syntax): (readonly [string, Expression])[] {
  const module = moduleName(context, node);
  return split(group.children.slice(1), ',').flatMap((item) => {
    const nodes = item.filter(({ name: n }) => n !== '}');
    const exported = nameIn(context, nodes.at(-1));
    if (exported === undefined) return [];
    const value = node.has('from')
      ? (importOf(context, module, `${module}:${exported}`, nameIn(context, nodes[0])) ?? unknown())
      : expressionOf(context, nodes[0]);
    return [[exported, value]];
  });
}

/** The default export gets its value at the end; the others are looked up when they are asked for. */
function withDefault(exports: readonly (readonly [string, Expression])[]): ExportStatement {
  const given = exports.find(([exported]) => exported === 'default');
  const named = exports.filter((each) => each !== given);
  if (!given) return { atEnd: [], exports: named };
  const variable = name(DEFAULT_EXPORT);
  return { atEnd: [run(assign(variable, given[1]))], exports: [...named, ['default', variable]] };
}
