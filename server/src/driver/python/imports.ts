import { assign, name, run } from '../code/build';
import type { Import, Statement } from '../code/code';
import { split, textOf } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import { nameAt, type PythonContext } from './context';

/** `import a.b`, `from a import b as c`, `from a import *`. */
export function importsOf(context: PythonContext, node: Syntax): Statement[] {
  const nodes = node.children.filter(({ name: n }) => n !== '(' && n !== ')');
  const at = nodes.findIndex(({ name: n }) => n === 'import');
  const from = pathOf(context, nodes.slice(nodes[0]?.name === 'from' ? 1 : at, at));
  if (nodes[at + 1]?.name === '*') return [{ kind: 'import-all', module: from, from: context.source.module }];
  return split(nodes.slice(at + 1), ',').flatMap((item) => {
    const as = item.findIndex(({ name: n }) => n === 'as');
    const path = pathOf(context, as < 0 ? item : item.slice(0, as));
    const variable = as < 0 ? item[0] : item[as + 1];
    if (variable?.name !== 'VariableName') return [];
    const target = name(nameAt(context, variable));
    if (from !== '')
      return [run(assign(target, imported(context, { module: from, member: path, path: `${from}.${path}` })))];
    if (as >= 0) return [run(assign(target, imported(context, { module: path, path })))];
    // `import a.b` sets `a`.
    const first = textOf(context.source, variable);
    return [run(assign(target, imported(context, { module: first, reaches: path, path: first })))];
  });
}

function imported({ source }: PythonContext, what: Omit<Import, 'kind' | 'from'>): Import {
  return { kind: 'import', ...what, from: source.module };
}

/** What the imports of a module's top level bring into it. */
export interface Imports {
  /** Whether there is a `from a import *`. */
  anyName: boolean;
  /** Whether there is a `from a import b`, where `b` may be a class. */
  singleNames: boolean;
  /** The variables that hold modules. */
  readonly modules: Set<string>;
}

export function importsIn(text: string, nodes: readonly Syntax[]): Imports {
  const imports: Imports = { anyName: false, singleNames: false, modules: new Set() };
  for (const statement of importStatements(nodes)) {
    const [first, module] = statement.children;
    const at = statement.children.findIndex(({ name: n }) => n === 'import');
    const isFrom = first?.name === 'from';
    if (isFrom && statement.children[at + 1]?.name === '*') imports.anyName = true;
    else if (isFrom && module && text.slice(module.start, module.end) !== '__future__') imports.singleNames = true;
    if (isFrom) continue;
    for (const item of split(statement.children.slice(at + 1), ',')) {
      const variable = item.at(item.some(({ name: n }) => n === 'as') ? -1 : 0);
      if (variable) imports.modules.add(text.slice(variable.start, variable.end));
    }
  }
  return imports;
}

/** The imports of the top level, in whatever `if` and `try` they stand. */
function importStatements(nodes: readonly Syntax[]): Syntax[] {
  return nodes.flatMap((node) => {
    if (node.name === 'ImportStatement') return [node];
    return node.name === 'FunctionDefinition' || node.name === 'ClassDefinition' ? [] : importStatements(node.children);
  });
}

function pathOf({ source }: PythonContext, nodes: readonly Syntax[]): string {
  return nodes.map((node) => textOf(source, node)).join('');
}
