import type { Expression, Import, Statement } from '../code/code';
import type { ModuleCode } from '../code/module';
import { name } from '../code/build';
import type { DriverSource } from '../declaration';
import { isCutShort } from '../syntax/cutShort';
import { Lines } from '../syntax/lines';
import type { Syntax } from '../../text/syntaxTree';
import { DEFAULT_EXPORT, type JavaScriptContext, newNotes } from './context';
import { exportOf, importsOf } from './modules';
import type { ParsedSource } from './parse';
import { blockOf, declaredNames, statementsOf } from './statements';

/** Translates a module: an ECMAScript or a CommonJS one. */
export function moduleOf(module: DriverSource, { source: text, root: { children } }: ParsedSource): ModuleCode {
  const source = { text, lines: new Lines(text), module };
  const notes = newNotes();
  const names: string[] = [DEFAULT_EXPORT];
  const imports: Statement[] = [];
  const atEnd: Statement[] = [];
  const exports = new Map<string, Expression>();
  const passesOn: Import[] = [];
  const body = inOrder(children).flatMap(({ node, index }): Statement[] => {
    const isCut = isCutShort(source.lines, children, index);
    const context: JavaScriptContext = { source, privateMark: '', isCut, notes, exported: exports, blockOf };
    if (node.name === 'ImportDeclaration') {
      const imported = importsOf(context, node);
      names.push(...imported.names);
      imports.push(...imported.body);
      return [];
    }
    const given = node.name === 'ExportDeclaration' ? exportOf(context, node) : undefined;
    for (const [exported, value] of given?.exports ?? []) exports.set(exported, value);
    if (given?.passesOn) passesOn.push(given.passesOn);
    atEnd.push(...(given?.atEnd ?? []));
    const declaration = given ? given.declaration : node;
    if (!declaration) return [];
    names.push(...declaredNames(context, [declaration]));
    return statementsOf(context, [declaration]);
  });
  return {
    names: [...names, ...notes.vars],
    body: [...imports, ...body, ...atEnd],
    exports,
    passesOn,
    whole: name(DEFAULT_EXPORT),
  };
}

/** The statements of the top level, functions first: they are there before anything runs. */
function inOrder(statements: readonly Syntax[]): { node: Syntax; index: number }[] {
  const numbered = statements.map((node, index) => ({ node, index }));
  const isFunction = ({ node }: { node: Syntax }): boolean =>
    (node.name === 'ExportDeclaration' ? node.child('FunctionDeclaration') : node)?.name === 'FunctionDeclaration';
  return [...numbered.filter(isFunction), ...numbered.filter((each) => !isFunction(each))];
}
