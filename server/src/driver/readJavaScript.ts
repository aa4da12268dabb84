import type { ModuleCode, Statement } from './code/code';
import { hasPart } from './code/walk';
import type { DriverModule, DriverSource, ResolveModule } from './declaration';
import { declarationsOf } from './evaluate/declarations';
import { evaluateModule } from './evaluate/interpreter';
import { type ClassAtom, NOTHING, type Value } from './evaluate/values';
import { DEFAULT_EXPORT, type JavaScriptContext, newNotes } from './javascript/context';
import { isGrammarGap } from './javascript/grammarGaps';
import { javascript } from './javascript/language';
import { exportOf, importsOf } from './javascript/modules';
import { parseJavaScript } from './javascript/parse';
import { blockOf, declaredNames, statementsOf } from './javascript/statements';
import { isCutShort } from './syntax/cutShort';
import { Lines } from './syntax/lines';
import { syntaxProblem } from './syntax/problems';
import type { Source } from './syntax/source';
import type { Syntax } from './syntax/syntaxTree';

/**
 * Reads the source of a JavaScript module, without running it; both ECMAScript and CommonJS modules. Every text reads.
 * `classes` holds the default export alone, where that is a class of this text; its name is empty if it has none of its own.
 */
export function readJavaScriptDriver({ uri, text }: DriverSource, _resolve: ResolveModule): DriverModule {
  const { root, firstError, source } = parseJavaScript(text);
  const code = moduleOf({ text: source, lines: new Lines(text) }, root);
  const module = evaluateModule(code, javascript);
  const exported = module.scope.variables.get(DEFAULT_EXPORT) ?? NOTHING;
  const atom = exportedClass(exported);
  const isFault = firstError !== undefined && !isGrammarGap(text, firstError);
  return {
    classes: declarationsOf(module, code, { uri, text }, atom ? [{ atom, isCertain: true }] : []),
    complete: !firstError && (atom !== undefined || (exported.size === 0 && !isExportHidden(code))),
    problems: isFault ? [syntaxProblem(text, 'JavaScript', firstError)] : [],
  };
}

/** The class that is exported for certain. A CommonJS module may start out with an object that holds nothing yet. */
function exportedClass(exported: Value): ClassAtom | undefined {
  const [atom, ...further] = [...exported].filter(({ kind }) => kind !== 'dictionary');
  return atom?.kind === 'class' && further.length === 0 ? atom : undefined;
}

/** Whether a CommonJS module may export something in a way that was not followed. */
function isExportHidden({ body }: ModuleCode): boolean {
  return hasPart(body, (part) => part.kind === 'name' && (part.name === 'module' || part.name === 'exports'));
}

function moduleOf(source: Source, { children }: Syntax): ModuleCode {
  const notes = newNotes();
  const names: string[] = [DEFAULT_EXPORT];
  const imports: Statement[] = [];
  const atEnd: Statement[] = [];
  const body = inOrder(children).flatMap(({ node, index }): Statement[] => {
    const isCut = isCutShort(source.lines, children, index);
    const context: JavaScriptContext = { source, privateMark: '', isCut, notes, blockOf };
    if (node.name === 'ImportDeclaration') {
      const imported = importsOf(context, node);
      names.push(...imported.names);
      imports.push(...imported.body);
      return [];
    }
    const { declaration, atEnd: exports } =
      node.name === 'ExportDeclaration' ? exportOf(context, node) : { declaration: node, atEnd: [] };
    atEnd.push(...exports);
    if (!declaration) return [];
    names.push(...declaredNames(context, [declaration]));
    return statementsOf(context, [declaration]);
  });
  return { names: [...names, ...notes.vars], body: [...imports, ...body, ...atEnd], takesAnyName: false };
}

/** The statements of the top level, functions first: they are there before anything runs. */
function inOrder(statements: readonly Syntax[]): { node: Syntax; index: number }[] {
  const numbered = statements.map((node, index) => ({ node, index }));
  const isFunction = ({ node }: { node: Syntax }): boolean =>
    (node.name === 'ExportDeclaration' ? node.child('FunctionDeclaration') : node)?.name === 'FunctionDeclaration';
  return [...numbered.filter(isFunction), ...numbered.filter((each) => !isFunction(each))];
}
