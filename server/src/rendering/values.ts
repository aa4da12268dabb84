import { pythonStr } from '../pythonText';
import { isDictionary, isList, type PythonValue } from '../pythonValue';
import type { Origin, Value } from '../render/rendering';
import type { NicResult } from './driverRuns';

/** Whether a value is a list or a dictionary: no single text stands for it in a plain template. */
export function isNested(value: PythonValue | undefined): boolean {
  return isList(value) || isDictionary(value);
}

/** The values that fill a plain template: what the driver returned, and before it what nova-compute has put into the request's network. None, a list and a dictionary fill nothing. */
export function collectValues(nics: readonly NicResult[], computeKeys: readonly string[]): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  const add = (key: string, value: PythonValue | undefined, origin: Origin): void => {
    if (value !== undefined && value !== null && !isNested(value)) values.set(key, { text: pythonStr(value), origin });
  };
  for (const { nic, values: returned } of nics) {
    for (const key of computeKeys) add(key, nic.network.get(key), 'compute');
    for (const [key, value] of returned) add(key, value, 'driver');
  }
  return values;
}
