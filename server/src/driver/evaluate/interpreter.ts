import type { ModuleCode } from '../code/module';
import type { DriverSource } from '../declaration';
import { runClosure } from './calls';
import { evaluateExpression } from './expressions';
import type { Language } from './language';
import { Machine, type Surroundings } from './machine';
import { followStatements } from './following';
import { importedBy, runModule } from './modules';
import { runStatements } from './statements';
import type { ModuleUnit } from './values';

/** A module whose top level has been evaluated. */
export interface EvaluatedModule extends ModuleUnit {
  readonly machine: Machine;
}

/** Evaluates the top level of a module. What it imports is read as it is needed. */
export function evaluateModule(
  source: DriverSource,
  code: ModuleCode,
  language: Language,
  surroundings: Surroundings,
): EvaluatedModule {
  const interpreter = {
    evaluate: evaluateExpression,
    run: runStatements,
    follow: followStatements,
    call: runClosure,
    imported: importedBy,
  };
  const machine = new Machine(language, interpreter, surroundings);
  return { machine, ...runModule(machine, source, code) };
}

/** The URIs of the modules that were read for this one. */
export function importedModules({ machine, source }: EvaluatedModule): string[] {
  return [...machine.units.keys()].filter((uri) => uri !== source.uri);
}
