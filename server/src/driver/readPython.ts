import type { ClassAlias, DriverSource } from './declaration';
import { type ClassFacts, declarationsOf } from './evaluate/declarations';
import { type EvaluatedModule, evaluateModule, importedModules } from './evaluate/interpreter';
import type { Surroundings } from './evaluate/machine';
import { type Atom, certain, type ClassAtom, NOTHING } from './evaluate/values';
import { isGrammarGap } from './python/grammarGaps';
import { type Imports, importsIn } from './python/imports';
import { python } from './python/language';
import { moduleOf, parsePython } from './python/module';
import type { Reading } from './reading';
import { syntaxProblem } from './syntax/problems';

/**
 * Reads the source of a Python module, without running it. Every text reads. `classes` are those of the top level, in
 * the order of the source; a class whose name may stand for something else by the module's end is not complete.
 */
export function readPythonDriver(source: DriverSource, surroundings: Surroundings): Reading {
  const { root, firstError } = parsePython(source, surroundings.parsed);
  const code = moduleOf(source, root);
  const imports = importsIn(source.text, root.children);
  const module = evaluateModule(source, code, python, surroundings);
  const facts = classesOf(module);
  const complete = !firstError && !imports.singleNames && !imports.anyName && holdsNoOtherClass(module, imports);
  const isFault = firstError !== undefined && !isGrammarGap(source.text, firstError);
  const aliases = aliasesOf(module);
  const classes = declarationsOf(module, facts);
  const problems = isFault ? [syntaxProblem(source.text, 'Python', firstError)] : [];
  return {
    module: { classes, aliases, complete, problems, modules: importedModules(module) },
    hasGivenUp: module.machine.hasGivenUp,
  };
}

/** The classes of the module's own top level. */
function classesOf(module: EvaluatedModule): ClassFacts[] {
  const own = module.machine.classes.filter(({ isTopLevel, code }) => isTopLevel && code.uri === module.source.uri);
  return own.map((atom) => ({ atom, isCertain: isBoundFor(module, atom) }));
}

/** Whether the class's name stands for it, and for nothing else, once the module is run. */
function isBoundFor({ scope, touched }: EvaluatedModule, atom: ClassAtom): boolean {
  const { name } = atom.code;
  return certain(scope.variables.get(name) ?? NOTHING) === atom && !touched.setNames.has(name);
}

/** The variables that certainly hold a class which is not the module's own of that name, or what an import brings in. */
function aliasesOf({ scope, touched, machine, source }: EvaluatedModule): ClassAlias[] {
  if (machine.isUncertain) return [];
  const settled = [...scope.variables].filter(([name]) => !touched.setNames.has(name));
  return settled.flatMap(([name, value]) => aliasOf(name, certain(value), source) ?? []);
}

function aliasOf(name: string, atom: Atom | undefined, { uri }: DriverSource): ClassAlias | undefined {
  if (atom?.kind === 'import' && atom.member !== undefined)
    return { name, from: { module: atom.module }, member: atom.member };
  if (atom?.kind !== 'class' || !atom.isTopLevel) return undefined;
  const { code } = atom;
  return code.uri === uri && code.name === name ? undefined : { name, from: { uri: code.uri }, member: code.name };
}

/** Whether the variables of the module hold no class, but for those that were read. */
function holdsNoOtherClass({ scope, machine }: EvaluatedModule, { modules }: Imports): boolean {
  if (machine.isUncertain || scope.variables.has('__getattr__')) return false;
  return [...scope.variables].every(([name, value]) =>
    [...value].every((atom) => {
      if (atom.kind === 'class') return atom.code.name === name;
      if (atom.kind === 'closure') return !atom.wrapped;
      const isImported = atom.kind === 'outside' || atom.kind === 'import' || atom.kind === 'module';
      return atom.kind !== 'unknown' && (!isImported || modules.has(name));
    }),
  );
}
