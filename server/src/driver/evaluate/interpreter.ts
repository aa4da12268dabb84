import type { ModuleCode } from '../code/code';
import { functionsIn, nothingTouched, type ReadOnlyUses, type Touched, touchedBy } from '../code/touched';
import { hasPart } from '../code/walk';
import { runClosure } from './calls';
import { evaluateExpression } from './expressions';
import type { Language } from './language';
import { Machine } from './machine';
import { escape, forget } from './memory';
import { Scope } from './scope';
import { runStatements } from './statements';
import { NOTHING } from './values';

/** A module whose top level has been evaluated. */
export interface EvaluatedModule {
  readonly machine: Machine;
  readonly scope: Scope;
  /** What its functions may do to it. */
  readonly touched: Touched;
}

/** Evaluates the top level of a module. */
export function evaluateModule(code: ModuleCode, language: Language): EvaluatedModule {
  const interpreter = { evaluate: evaluateExpression, run: runStatements, call: runClosure };
  const machine = new Machine(language, interpreter, usesIn(code, language), code.takesAnyName);
  const scope = new Scope(machine.moduleFrame, undefined, code.names);
  machine.run(code.body, scope);
  if (hasPart(code.body, (part) => language.isEvasion(part))) machine.giveUp();
  const touched = nothingTouched();
  for (const each of functionsIn(code.body)) touchedBy(each, machine.uses, touched);
  for (const name of touched.setMembers) machine.setMembers.add(name);
  return { machine, scope, touched };
}

/** Makes the module ready for running its drivers: what any of its functions may do to it counts as done. */
export function prepareForDrivers({ machine, scope, touched }: EvaluatedModule): void {
  for (const name of touched.setNames) forget(machine, scope, name);
  for (const name of touched.names) escape(machine, scope.variables.get(name) ?? NOTHING);
  for (const { members } of machine.classes)
    for (const name of touched.members) escape(machine, members.variables.get(name) ?? NOTHING);
  machine.isDriverRunning = true;
}

/** A function that the module makes itself is not the library's. */
function usesIn({ names }: ModuleCode, { uses }: Language): ReadOnlyUses {
  const own = new Set(names);
  return { ...uses, functions: new Set([...uses.functions].filter((name) => !own.has(name))) };
}
