import type { Request } from '../driver/runner';
import { requestedVifType } from '../request/vifRequest';
import type { ResolvedTarget } from './target';

/**
 * What the driver of a target gets of an interface: what the request says. Only a driver that ships is told the VIF type
 * too, as `type` of the network, where the request leaves that open.
 */
export function toldVifType({ driver, vifType }: ResolvedTarget, nic: Request): Request {
  if (driver.lookup.view.shipped !== true || requestedVifType({ nic }) !== undefined) return nic;
  const { instance, network, mapping } = nic;
  return { instance, network: new Map([...network, ['type', vifType]]), ...(mapping && { mapping }) };
}
