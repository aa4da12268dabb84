import { pythonStr } from '../pythonText';
import type { PythonDictionary, PythonValue } from '../pythonValue';
import type { NicResult } from './driverRuns';

/** The network dictionary that nova hands to a Cheetah file for one interface: what the driver returned, and what nova-compute has put into the network before. */
function nicDictionary({ nic, values }: NicResult, computeKeys: readonly string[]): PythonDictionary {
  const filled = new Map<string, PythonValue>();
  for (const key of computeKeys) {
    const value = nic.network.get(key);
    if (value !== undefined) filled.set(key, value);
  }
  for (const [key, value] of values) if (value !== null || !filled.has(key)) filled.set(key, value);
  return filled;
}

/** Where a Cheetah file's names are looked up: `vif_type`, unless it is open, and `nics` count before what the request says of the same names. */
export function searchList(
  template: PythonDictionary,
  vifType: string,
  nics: readonly NicResult[],
  computeKeys: readonly string[],
): PythonDictionary {
  const dictionaries = nics.map((nic) => nicDictionary(nic, computeKeys));
  const selected = vifType === '' ? [] : ([['vif_type', vifType]] as const);
  return new Map<string, PythonValue>([...template, ...selected, ['nics', dictionaries]]);
}

/** What the keys stood for, as one reads it behind a placeholder: where the interfaces differ, each of their values. */
export function shownValues(nics: readonly NicResult[], computeKeys: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, Set<string>>();
  for (const nic of nics)
    for (const [key, value] of nicDictionary(nic, computeKeys))
      if (value !== null) texts.set(key, (texts.get(key) ?? new Set()).add(pythonStr(value)));
  return new Map([...texts].map(([key, each]) => [key, [...each].join(', ')]));
}
