import type { DriverDeclaration, DriverModule, DriverSource, ResolveModule } from './declaration';
import { readJavaScriptDriver } from './readJavaScript';
import { readPythonDriver } from './readPython';
import type { Reading } from './reading';

/** Reads the source of a driver's module and the modules that it imports from `resolve`, without running any. Every text reads. */
export function readDriver(source: DriverSource, resolve: ResolveModule): DriverModule {
  const { module, hasGivenUp } = read(source, resolve);
  if (!hasGivenUp || module.modules.length === 0) return module;
  // What was too much of it, or too clever, may lie in a module that the driver hardly needs.
  const alone = read(source, () => undefined).module;
  return { ...module, classes: module.classes.map((found, index) => moreComplete(found, alone.classes[index])) };
}

function read(source: DriverSource, resolve: ResolveModule): Reading {
  return source.language === 'python' ? readPythonDriver(source, resolve) : readJavaScriptDriver(source, resolve);
}

function moreComplete(found: DriverDeclaration, alone: DriverDeclaration | undefined): DriverDeclaration {
  return !found.complete && alone?.complete === true ? alone : found;
}
