import type { DriverDeclaration, DriverModule, DriverSource, ResolveModule } from './declaration';
import type { Surroundings } from './evaluate/machine';
import { readJavaScriptDriver } from './readJavaScript';
import { readPythonDriver } from './readPython';
import type { Reading } from './reading';
import { ParsedSources } from './syntax/parsedSources';

/**
 * Reads the source of a driver's module and the modules that it imports from `resolve`, without running any. Every text reads.
 * Where the same `parsed` is handed in for each version of the sources, an edit costs less; what is told stays the same.
 */
export function readDriver(
  source: DriverSource,
  resolve: ResolveModule,
  parsed: ParsedSources = new ParsedSources(),
): DriverModule {
  const { module, hasGivenUp } = read(source, { resolve, parsed });
  if (!hasGivenUp || module.modules.length === 0) return module;
  // What was too much of it, or too clever, may lie in a module that the driver hardly needs.
  const alone = read(source, { resolve: () => undefined, parsed }).module;
  return { ...module, classes: module.classes.map((found, index) => moreComplete(found, alone.classes[index])) };
}

function read(source: DriverSource, surroundings: Surroundings): Reading {
  return source.language === 'python'
    ? readPythonDriver(source, surroundings)
    : readJavaScriptDriver(source, surroundings);
}

function moreComplete(found: DriverDeclaration, alone: DriverDeclaration | undefined): DriverDeclaration {
  return !found.complete && alone?.complete === true ? alone : found;
}
