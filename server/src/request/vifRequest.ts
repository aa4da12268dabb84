import type { Request } from '../driver/runner';
import type { PythonDictionary } from '../pythonValue';

/** A request, read: what drivers are run with, and what a Cheetah file is filled with beside what they return. */
export interface VifRequest {
  /** The values of a Cheetah file's other names. */
  readonly template: PythonDictionary;
  /** What the driver gets of the interface of a plain template. */
  readonly nic: Request;
  /** What it gets of each interface of a Cheetah file. They share the instance. */
  readonly nics: readonly Request[];
}

/** The VIF type that a request asks for: `type` of its network, as in nova.network.model; undefined where it says none. */
export function requestedVifType({ nic }: Pick<VifRequest, 'nic'>): string | undefined {
  const type = nic.network.get('type');
  return typeof type === 'string' && type !== '' ? type : undefined;
}
