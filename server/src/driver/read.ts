import type { DriverModule, DriverSource, ResolveModule } from './declaration';
import { readJavaScriptDriver } from './readJavaScript';
import { readPythonDriver } from './readPython';

/** Reads the source of a driver's module and the modules that it imports from `resolve`, without running any. Every text reads. */
export function readDriver(source: DriverSource, resolve: ResolveModule): DriverModule {
  return source.language === 'python' ? readPythonDriver(source, resolve) : readJavaScriptDriver(source, resolve);
}
