import { attributeOf, childOf, known, lacks } from '../facts';
import type { Finding } from '../finding';
import type { Rule } from '../grammar';
import type { Element } from '../tree';
import { atName, atValue, missing } from './rule';

/** A device is named by its address, or by vendor and product. */
const named: Rule = (source) => {
  const lacksChild = (name: string): boolean => childOf(source, name) === undefined;
  if (lacksChild('vendor') !== lacksChild('product'))
    return missing(source, 'The <source> of a USB device needs both <vendor> and <product>.');
  if (!lacksChild('address') || !lacksChild('vendor')) return [];
  return missing(source, "<source> lacks the element 'address', which says which device of the host it is.");
};

/** The address of a device that is named by vendor and product is one of USB, without a type; any other has a type. */
const addressType: Rule = (source) => {
  const address = childOf(source, 'address');
  if (!address) return [];
  const isNamed = childOf(source, 'vendor') !== undefined;
  if (lacks(address, 'type'))
    return isNamed ? [] : missing(address, "<address> lacks the attribute 'type': pci or usb.");
  if (!isNamed || attributeOf(address, 'type')?.sometimes) return [];
  return atName(address, 'type', 'The address beside <vendor> and <product> has no type.');
};

/** Of the source of a hostdev interface. */
export const hostdevSourceRules = [named, addressType];

/** The kind of bus on which the device of a hostdev interface sits on the host; undefined where that is not known. */
export function hostBus(card: Element): 'pci' | 'usb' | undefined {
  const source = childOf(card, 'source');
  const type = known(childOf(source, 'address'), 'type');
  if (type === 'pci' || type === 'usb') return type;
  return childOf(source, 'vendor') ? 'usb' : undefined;
}

/** A device that is given away stays on a bus of its kind. */
const guestBus: Rule = (card) => (known(card, 'type') === 'hostdev' ? checkBus(card, hostBus(card)) : []);

/** A PCI device that is given away sits on the PCI bus of the machine, or on none. */
const pciBus: Rule = (hostdev) => checkBus(hostdev, 'pci');

function checkBus(device: Element, bus: string | undefined): readonly Finding[] {
  const address = childOf(device, 'address');
  const type = known(address, 'type');
  if (!address || bus === undefined || type === undefined || type === bus || type === 'unassigned') return [];
  return atValue(
    address,
    'type',
    `A ${bus.toUpperCase()} device of the host has an address of the type ${bus} in the machine.`,
  );
}

/** Two cards are joined by one that can be taken away. */
const transient: Rule = (hostdev) => {
  const teaming = childOf(hostdev, 'teaming');
  if (!teaming || known(teaming, 'type') !== 'persistent') return [];
  return atValue(teaming, 'type', "A <hostdev> is the card that is taken away: type='transient'.");
};

/** Of an interface of the type hostdev. */
export const hostdevInterfaceRules = [guestBus];

/** Of a `<hostdev>` with a PCI device. */
export const hostdevRules = [pciBus, transient];
