import type { Request } from '../driver/runner';
import { pythonStr } from '../pythonText';
import { isDictionary, isList } from '../pythonValue';
import type { Value } from '../render/render';

/** The values that fill a template: what the driver returned, and before it what nova-compute has put into the request's network. */
export function collectValues(
  returned: ReadonlyMap<string, string | null>,
  { network }: Pick<Request, 'network'>,
  computeKeys: readonly string[],
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const key of computeKeys) {
    const value = network.get(key) ?? null;
    if (value !== null && !isList(value) && !isDictionary(value))
      values.set(key, { text: pythonStr(value), origin: 'compute' });
  }
  for (const [key, text] of returned) if (text !== null) values.set(key, { text, origin: 'driver' });
  return values;
}
