import { pciBus, pciDomain, pciFunction, pciSlot, usbId, usbNumber } from '../addresses';
import { attribute, element, optionalVariants, required, variant, type ElementModel } from '../grammar';
import { hostdevSourceRules } from '../rules/hostdev';
import { onOff, yesNo } from '../valueTypes';

/** Where a card sits on a PCI bus. */
export const pciAttributes = [
  attribute('domain', pciDomain, 'The PCI domain, such as 0x0000.'),
  attribute('bus', pciBus, 'The bus in the domain, such as 0x0a.'),
  attribute('slot', pciSlot, 'The slot on the bus, up to 0x1f.'),
  attribute('function', pciFunction, 'The function of the card, up to 0x7.'),
  attribute('multifunction', onOff, 'Whether the slot holds more functions.'),
];

const usbAttributes = [
  required(attribute('bus', usbNumber, 'The USB bus.')),
  required(attribute('device', usbNumber, 'The device on the bus.')),
];

const address = element('address', 'Which device of the host.', {
  variants: optionalVariants(
    'type',
    'The kind of bus.',
    [
      variant('pci', 'A PCI device, such as a virtual function of an SR-IOV card.', { attributes: pciAttributes }),
      variant('usb', 'A USB device.', { attributes: usbAttributes }),
    ],
    { attributes: usbAttributes },
  ),
});

function usbName(name: string, documentation: string): ElementModel {
  return element(name, documentation, { attributes: [required(attribute('id', usbId, 'Its number, in hex.'))] });
}

/** Of an interface of the type hostdev. */
export const hostdevSource: ElementModel = required(
  element('source', 'The device of the host that the machine gets.', {
    attributes: [attribute('missing', yesNo, 'Set by libvirt where the device is not there.')],
    children: [usbName('vendor', 'Who made the USB device.'), usbName('product', 'Which USB device it is.'), address],
    rules: hostdevSourceRules,
  }),
);

/** Of a `<hostdev>` that gives a PCI device to the machine. */
export const pciSource: ElementModel = required(
  element('source', 'The PCI device of the host that the machine gets.', {
    attributes: [attribute('writeFiltering', yesNo, "Whether writes to the device's configuration are filtered.")],
    children: [
      required(element('address', 'Where the device sits on the PCI bus of the host.', { attributes: pciAttributes })),
    ],
  }),
);
