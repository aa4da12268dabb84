import type { Request } from '../driver/runner';
import type { PythonDictionary } from '../pythonValue';

/** What one run of a driver gets of one interface. */
export type NicRequest = Omit<Request, 'instance'>;

/** A request, read: what drivers are run with, and what a Cheetah file is filled with beside what they return. */
export interface VifRequest {
  /** The instance dictionary, which all runs share. */
  readonly instance: PythonDictionary;
  /** The values of a Cheetah file's other names. */
  readonly template: PythonDictionary;
  /** The interface of a plain template. */
  readonly nic: NicRequest;
  /** The interfaces of a Cheetah file. */
  readonly nics: readonly NicRequest[];
}

/** The VIF type that a request asks for: `type` of its network, as in nova.network.model; undefined where it says none. */
export function requestedVifType({ nic }: Pick<VifRequest, 'nic'>): string | undefined {
  const type = nic.network.get('type');
  return typeof type === 'string' && type !== '' ? type : undefined;
}
