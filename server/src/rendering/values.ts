import { pythonText } from '../driver/pythonText';
import type { Request } from '../driver/runner';
import type { Value } from '../render/render';

/** The values that fill a template: what the driver returned, and before it what nova-compute has put into the request's network. */
export function collectValues(
  returned: ReadonlyMap<string, string | null>,
  { network }: Request,
  computeKeys: readonly string[],
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const key of computeKeys) {
    const text = Object.hasOwn(network, key) ? pythonText(network[key]) : undefined;
    if (text !== undefined && text !== null) values.set(key, { text, origin: 'compute' });
  }
  for (const [key, text] of returned) if (text !== null) values.set(key, { text, origin: 'driver' });
  return values;
}
