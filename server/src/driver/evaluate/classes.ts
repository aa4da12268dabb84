import type { ClassCode } from '../code/code';
import type { Machine } from './machine';
import { ancestorsOf, instanceOf } from './members';
import { leakFrom } from './memory';
import { Scope } from './scope';
import { certain, type ClassAtom, type ClassLink, only, UNKNOWN_VALUE, type Value } from './values';

/** Makes a class and runs its body. A class that a function makes is not followed. */
export function makeClass(machine: Machine, code: ClassCode, scope: Scope): Value {
  if (scope.frame.kind !== 'module') {
    leakFrom(machine, scope, code);
    return UNKNOWN_VALUE;
  }
  return only(scope.frame.classes.at(code, () => runClass(machine, code, scope)));
}

function runClass(machine: Machine, code: ClassCode, scope: Scope): ClassAtom {
  const bases = code.bases.flatMap((base): readonly ClassLink[] =>
    base.kind === 'spread' ? ['outside'] : linksOf(machine, machine.evaluate(base, scope)),
  );
  const around = new Scope(scope.frame, scope, []);
  const members = new Scope(scope.frame, around, code.members);
  const atom: ClassAtom = {
    kind: 'class',
    code,
    ancestors: ancestorsOf(bases),
    members,
    altered: isAltered(machine, code, scope),
    isTopLevel: scope.parent === undefined,
  };
  members.owner = atom;
  machine.classes.push(atom);
  if (!machine.language.receiverIsParameter) {
    around.variables.set('this', new Set([instanceOf(atom), atom]));
    if (code.name !== '') around.variables.set(code.name, only(atom));
  }
  machine.run(code.body, members);
  return atom;
}

function linksOf(machine: Machine, base: Value): readonly ClassLink[] {
  const atom = certain(base);
  if (atom?.kind === 'class') return [atom];
  return atom?.kind === 'outside' && machine.language.emptyBases.has(atom.path) ? [] : ['outside'];
}

/** Whether a decorator or a keyword of the class may change what its members are. */
function isAltered(machine: Machine, code: ClassCode, scope: Scope): boolean {
  const isHarmless = (value: Value): boolean => {
    const atom = certain(value);
    return atom?.kind === 'outside' && machine.language.classDecorators.has(atom.path);
  };
  const values = [...code.decorators, ...code.keywords.map(({ value }) => value)];
  return values.some((part) => !isHarmless(machine.evaluate(part, scope)));
}
