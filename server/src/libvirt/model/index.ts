import { known, lacks } from '../facts';
import type { ElementModel } from '../grammar';
import type { Element } from '../tree';
import { hostdevModel } from './hostdev';
import { interfaceModel } from './interface';

/** The elements that libvirt's `<devices>` gets for a VIF, by their names. */
export const models: ReadonlyMap<string, ElementModel> = new Map([
  [interfaceModel.name, interfaceModel],
  [hostdevModel.name, hostdevModel],
]);

/** What a `<hostdev>` can be besides a PCI device. */
const OTHER_HOSTDEVS: ReadonlySet<string> = new Set(['usb', 'scsi', 'scsi_host', 'mdev', 'storage', 'misc', 'net']);

/** Whether a `<hostdev>` is a PCI device, or is meant to be one as far as it says anything. */
function isPci(hostdev: Element): boolean {
  const type = known(hostdev, 'type');
  if (type !== undefined) return !OTHER_HOSTDEVS.has(type);
  return lacks(hostdev, 'type') && known(hostdev, 'mode') !== 'capabilities';
}

/** What the model knows of an element of `<devices>`. Of a `<hostdev>` it knows PCI devices alone. */
export function modelOf(element: Element): ElementModel | undefined {
  return element.name === hostdevModel.name && !isPci(element) ? undefined : models.get(element.name);
}
