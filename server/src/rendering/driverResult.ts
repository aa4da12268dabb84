import type { PythonDictionary } from '../pythonValue';
import type { NicResult } from './driverRuns';

/** What a template is filled with. */
export interface DriverResult {
  /** What the driver returned for each interface: a single one for a plain template. */
  readonly nics: readonly NicResult[];
  /** The values of a Cheetah file's other names, out of the request. */
  readonly template: PythonDictionary;
}
