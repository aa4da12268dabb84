import { pythonStr } from '../pythonText';
import { isDictionary, isList, type PythonValue } from '../pythonValue';
import type { Origin, Value } from '../render/rendering';
import type { NicResult } from './driverRuns';

/** Whether a value is a list or a dictionary: no single text stands for it in a plain template. */
export function isNested(value: PythonValue | undefined): boolean {
  return isList(value) || isDictionary(value);
}

/** What stands for a value in a plain template; `undefined` where it fills nothing: None, a list and a dictionary do not. */
function textOf(value: PythonValue | undefined): string | undefined {
  return value === undefined || value === null || isNested(value) ? undefined : pythonStr(value);
}

/** The text of one of the values that `collectValues` gives, without the work of collecting them all. */
export function findText(
  nics: readonly NicResult[],
  computeKeys: ReadonlySet<string>,
  key: string,
): string | undefined {
  let found: string | undefined;
  for (const { nic, values } of nics)
    found = textOf(values.get(key)) ?? (computeKeys.has(key) ? textOf(nic.network.get(key)) : undefined) ?? found;
  return found;
}

/** The values that fill a plain template: what the driver returned, and before it what nova-compute has put into the request's network. */
export function collectValues(nics: readonly NicResult[], computeKeys: Iterable<string>): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  const add = (key: string, value: PythonValue | undefined, origin: Origin): void => {
    const text = textOf(value);
    if (text !== undefined) values.set(key, { text, origin });
  };
  for (const { nic, values: returned } of nics) {
    for (const key of computeKeys) add(key, nic.network.get(key), 'compute');
    for (const [key, value] of returned) add(key, value, 'driver');
  }
  return values;
}
