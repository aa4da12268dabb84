import type { ModuleCode } from './code/module';
import { hasPart } from './code/walk';
import type { DriverSource, ResolveModule } from './declaration';
import { declarationsOf } from './evaluate/declarations';
import { evaluateModule, importedModules } from './evaluate/interpreter';
import { type ClassAtom, NOTHING, type Value } from './evaluate/values';
import { DEFAULT_EXPORT } from './javascript/context';
import { isGrammarGap } from './javascript/grammarGaps';
import { javascript } from './javascript/language';
import { moduleOf } from './javascript/module';
import { parseJavaScript } from './javascript/parse';
import type { Reading } from './reading';
import { syntaxProblem } from './syntax/problems';

/**
 * Reads the source of a JavaScript module, without running it; both ECMAScript and CommonJS modules. Every text reads.
 * `classes` holds the default export alone, where that is a class of this text; its name is empty if it has none of its own.
 */
export function readJavaScriptDriver(source: DriverSource, resolve: ResolveModule): Reading {
  const { text, uri } = source;
  const parsed = parseJavaScript(text);
  const { firstError } = parsed;
  const code = moduleOf(source, parsed);
  const module = evaluateModule(source, code, javascript, resolve);
  const exported = module.machine.forced(module.scope.variables.get(DEFAULT_EXPORT) ?? NOTHING);
  const atom = exportedClass(exported, uri);
  const isFault = firstError !== undefined && !isGrammarGap(text, firstError);
  const classes = declarationsOf(module, atom ? [{ atom, isCertain: true }] : []);
  const complete = !firstError && (atom !== undefined || (exported.size === 0 && !isExportHidden(code)));
  const problems = isFault ? [syntaxProblem(text, 'JavaScript', firstError)] : [];
  const { hasGivenUp } = module.machine;
  return { module: { classes, complete, problems, modules: importedModules(module) }, hasGivenUp };
}

/** The class of this text that is exported for certain. A CommonJS module may start out with an object that holds nothing yet. */
function exportedClass(exported: Value, uri: string): ClassAtom | undefined {
  const [atom, ...further] = [...exported].filter(({ kind }) => kind !== 'dictionary');
  return atom?.kind === 'class' && atom.code.uri === uri && further.length === 0 ? atom : undefined;
}

/** Whether a CommonJS module may export something in a way that was not followed. */
function isExportHidden({ body, exports }: ModuleCode): boolean {
  if (exports && exports.size > 0) return true;
  return hasPart(body, (part) => part.kind === 'name' && (part.name === 'module' || part.name === 'exports'));
}
