import type { DriverLanguage, DriverModule } from './declaration';
import { readJavaScriptDriver } from './readJavaScript';
import { readPythonDriver } from './readPython';

/** Reads the source of a driver's module, without running it. Every text reads. */
export function readDriver(language: DriverLanguage, text: string): DriverModule {
  return language === 'python' ? readPythonDriver(text) : readJavaScriptDriver(text);
}
