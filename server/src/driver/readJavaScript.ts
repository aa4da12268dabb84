import type { ModuleCode } from './code/module';
import { hasPart } from './code/walk';
import type { ClassAlias, DriverSource } from './declaration';
import { declarationsOf } from './evaluate/declarations';
import { evaluateModule, importedModules } from './evaluate/interpreter';
import type { Surroundings } from './evaluate/machine';
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
export function readJavaScriptDriver(source: DriverSource, surroundings: Surroundings): Reading {
  const { text, uri } = source;
  const parsed = parseJavaScript(source, surroundings.parsed);
  const { firstError } = parsed;
  const code = moduleOf(source, parsed);
  const module = evaluateModule(source, code, javascript, surroundings);
  const exported = module.machine.forced(module.scope.variables.get(DEFAULT_EXPORT) ?? NOTHING);
  const atom = exportedClass(exported);
  const own = atom?.code.uri === uri ? atom : undefined;
  const isFault = firstError !== undefined && !isGrammarGap(text, firstError);
  const classes = declarationsOf(module, own ? [{ atom: own, isCertain: true }] : []);
  const aliases = atom && !own ? [aliasOf(atom)] : [];
  const complete = !firstError && (own !== undefined || (exported.size === 0 && !isExportHidden(code)));
  const problems = isFault ? [syntaxProblem(text, 'JavaScript', firstError)] : [];
  const { hasGivenUp } = module.machine;
  return { module: { classes, aliases, complete, problems, modules: importedModules(module) }, hasGivenUp };
}

/** The class that is exported for certain, be it out of another module. A CommonJS module may start out with an object that holds nothing yet. */
function exportedClass(exported: Value): ClassAtom | undefined {
  const [atom, ...further] = [...exported].filter(({ kind }) => kind !== 'dictionary');
  return atom?.kind === 'class' && further.length === 0 ? atom : undefined;
}

function aliasOf({ code: { name, uri } }: ClassAtom): ClassAlias {
  return { name: '', from: { uri }, member: name };
}

/** Whether a CommonJS module may export something in a way that was not followed. */
function isExportHidden({ body, exports }: ModuleCode): boolean {
  if (exports && exports.size > 0) return true;
  return hasPart(body, (part) => part.kind === 'name' && (part.name === 'module' || part.name === 'exports'));
}
