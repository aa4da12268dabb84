import { attributeOf, childOf, known, lacks } from '../facts';
import type { Rule } from '../grammar';
import type { Element } from '../tree';
import { hostBus } from './hostdev';
import { atElement, atName, atValue, missing } from './rule';

/** The models that are virtio. */
const VIRTIO: ReadonlySet<string> = new Set(['virtio', 'virtio-transitional', 'virtio-non-transitional']);

/** Whether the card is certainly a virtio one (`true`), certainly none (`false`), or may be either. */
function isVirtio(card: Element): boolean | undefined {
  const model = childOf(card, 'model');
  if (!model || lacks(model, 'type')) return false;
  const type = known(model, 'type');
  return type === undefined || model.sometimes ? undefined : VIRTIO.has(type);
}

/** A switch in user space speaks virtio with the card. */
const vhostuserModel: Rule = (card) => {
  if (known(card, 'type') !== 'vhostuser' || isVirtio(card) !== false) return [];
  const model = childOf(card, 'model');
  const message = "An interface of the type vhostuser needs <model type='virtio'/>.";
  if (model && !lacks(model, 'type')) return atValue(model, 'type', message);
  return missing(model ?? card, message);
};

/** Devices that are given away have other drivers than those that frames are moved for. */
const driverName: Rule = (card) => {
  const driver = childOf(card, 'driver');
  const name = known(driver, 'name');
  if (!driver || name === undefined) return [];
  const forFrames = name === 'qemu' || name === 'vhost';
  const type = known(card, 'type');
  if (type === 'hostdev' && forFrames && hostBus(card) === 'pci')
    return atValue(
      driver,
      'name',
      `The driver '${name}' is for virtio. A PCI device of the host takes kvm, vfio or xen.`,
    );
  if (type === undefined || type === 'hostdev' || isVirtio(card) !== true || forFrames) return [];
  return atValue(
    driver,
    'name',
    `The driver '${name}' is for a device that is given away. Virtio takes qemu or vhost.`,
  );
};

const VIRTIO_OPTIONS = ['iommu', 'ats', 'packed', 'page_per_vq'] as const;

/** Some options of a driver are for virtio alone. */
const virtioOptions: Rule = (card) => {
  const driver = childOf(card, 'driver');
  if (!driver || isVirtio(card) !== false) return [];
  return VIRTIO_OPTIONS.flatMap((name) => {
    const attribute = attributeOf(driver, name);
    if (!attribute || attribute.sometimes) return [];
    return atName(driver, name, `'${name}' is for virtio alone: the interface needs <model type='virtio'/>.`);
  });
};

/** A rate is guaranteed by a network of libvirt alone. */
const floor: Rule = (card) => {
  const type = known(card, 'type');
  const inbound = childOf(childOf(card, 'bandwidth'), 'inbound');
  if (!inbound || type === undefined || type === 'network') return [];
  const attribute = attributeOf(inbound, 'floor');
  if (!attribute || attribute.sometimes) return [];
  return atName(inbound, 'floor', "'floor' is for an interface of the type network alone.");
};

/** A port is isolated by a bridge of the kernel alone. */
const isolatedPort: Rule = (card) => {
  const port = childOf(card, 'port');
  const type = known(card, 'type');
  if (!port || known(port, 'isolated') !== 'yes' || type === undefined) return [];
  if (type !== 'network' && type !== 'bridge')
    return atElement(port, `<port isolated='yes'/> is for interfaces of the types network and bridge, not ${type}.`);
  const virtualport = known(childOf(card, 'virtualport'), 'type');
  if (virtualport === undefined) return [];
  return atElement(port, `<port isolated='yes'/> is for a bridge of the kernel, not for ${virtualport}.`);
};

/** Someone else makes the device of an ethernet interface alone. */
const unmanagedTarget: Rule = (card) => {
  const target = childOf(card, 'target');
  const type = known(card, 'type');
  if (!target || type === undefined || type === 'ethernet' || known(target, 'managed') !== 'no') return [];
  return atValue(target, 'managed', "managed='no' is for an interface of the type ethernet alone.");
};

/** A program serves a network in user space alone. */
const passt: Rule = (card) => {
  const backend = childOf(card, 'backend');
  const type = known(card, 'type');
  if (!backend || known(backend, 'type') !== 'passt' || type === undefined || type === 'user') return [];
  return atValue(backend, 'type', 'passt serves an interface of the type user alone.');
};

/** What holds across the parts of an `<interface>`. */
export const interfaceRules: readonly Rule[] = [
  vhostuserModel,
  driverName,
  virtioOptions,
  floor,
  isolatedPort,
  unmanagedTarget,
  passt,
];
