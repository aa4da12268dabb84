import { parser } from '@lezer/python';
import type { ModuleCode } from './code/code';
import { assignedNames } from './code/walk';
import type { DriverModule, DriverSource, ResolveModule } from './declaration';
import { declarationsOf } from './evaluate/declarations';
import { type EvaluatedModule, evaluateModule } from './evaluate/interpreter';
import { certain, type ClassAtom, NOTHING } from './evaluate/values';
import { newNotes } from './python/context';
import { isGrammarGap } from './python/grammarGaps';
import { type Imports, importsIn } from './python/imports';
import { python } from './python/language';
import { statementsOf } from './python/statements';
import { isCutShort } from './syntax/cutShort';
import { Lines } from './syntax/lines';
import { syntaxProblem } from './syntax/problems';
import { parseSyntax, type Syntax } from './syntax/syntaxTree';

/**
 * Reads the source of a Python module, without running it. Every text reads. `classes` are those of the top level, in
 * the order of the source; a class whose name may stand for something else by the module's end is not complete.
 */
export function readPythonDriver({ uri, text }: DriverSource, _resolve: ResolveModule): DriverModule {
  const { root, firstError } = parseSyntax(parser, asGrammarHasIt(text), new Set(['Comment']));
  const imports = importsIn(text, root.children);
  const code = moduleOf(text, root, imports);
  const module = evaluateModule(code, python);
  const classes = module.machine.classes.filter(({ isTopLevel }) => isTopLevel);
  const complete = !firstError && !imports.singleNames && !imports.anyName && holdsNoOtherClass(module, imports);
  const isFault = firstError !== undefined && !isGrammarGap(text, firstError);
  return {
    classes: declarationsOf(
      module,
      code,
      { uri, text },
      classes.map((atom) => ({ atom, isCertain: isBoundFor(module, atom) })),
    ),
    complete,
    problems: isFault ? [syntaxProblem(text, 'Python', firstError)] : [],
  };
}

/** Python skips a byte order mark, and a form feed at the start of a line; the grammar knows neither. */
function asGrammarHasIt(text: string): string {
  const withoutMark = text.startsWith('\ufeff') ? `\n${text.slice(1)}` : text;
  return withoutMark.replaceAll('\n\f', '\n\n').replaceAll('\r\f', '\r\n');
}

function moduleOf(text: string, { children }: Syntax, imports: Imports): ModuleCode {
  const lines = new Lines(text);
  const source = { text, lines };
  const body = children.flatMap((statement, index) =>
    statementsOf({ source, className: '', isCut: isCutShort(lines, children, index), notes: newNotes() }, [statement]),
  );
  return { names: assignedNames(body), body, takesAnyName: imports.anyName };
}

/** Whether the class's name stands for it, and for nothing else, once the module is run. */
function isBoundFor({ scope, touched }: EvaluatedModule, atom: ClassAtom): boolean {
  const { name } = atom.code;
  return certain(scope.variables.get(name) ?? NOTHING) === atom && !touched.setNames.has(name);
}

/** Whether the variables of the module hold no class, but for those that were read. */
function holdsNoOtherClass({ scope, machine }: EvaluatedModule, { modules }: Imports): boolean {
  if (machine.isUncertain || scope.variables.has('__getattr__')) return false;
  return [...scope.variables].every(([name, value]) =>
    [...value].every((atom) => {
      if (atom.kind === 'class') return atom.code.name === name;
      if (atom.kind === 'closure') return !atom.wrapped;
      return atom.kind !== 'unknown' && (atom.kind !== 'outside' || modules.has(name));
    }),
  );
}
