import { usbBus, usbPort } from '../addresses';
import { attribute, element, required, variant, variants, type Variant } from '../grammar';
import { count, shortNumber, twoDigits, wholeNumber } from '../numbers';
import { ccwRules } from '../rules/address';
import { pattern, type ValueType } from '../valueType';
import { pciAttributes } from './hostAddress';

const zpci = element('zpci', 'What an s390 machine calls the PCI device.', {
  attributes: [
    attribute(
      'uid',
      wholeNumber({ writing: 'octal-plus', min: 0, max: 0xffff, hexDigits: 4 }),
      'Its number for the user.',
    ),
    attribute(
      'fid',
      wholeNumber({ writing: 'octal-plus', min: 0, max: 0xffffffff, hexDigits: 8 }),
      'Its number for the machine.',
    ),
  ],
});

function hex(noun: string, form: RegExp): ValueType {
  return pattern({ noun, example: '0x1', pattern: form, character: /[\da-fA-Fx]/ });
}

const controller = attribute('controller', twoDigits, 'The number of the controller.');
const bus = attribute('bus', twoDigits, 'The bus of the controller.');

/** The kinds of addresses of a guest's bus; `unassigned` is for a `<hostdev>` alone. */
const kinds: readonly Variant[] = [
  variant('pci', 'A place on the PCI bus of the machine: most cards have one.', {
    attributes: pciAttributes,
    children: [zpci],
  }),
  variant('ccw', 'A channel of an s390 machine.', {
    attributes: [
      attribute(
        'cssid',
        wholeNumber({ writing: 'octal-plus', min: 0, max: 254, hexDigits: 2 }),
        'The channel subsystem.',
      ),
      attribute(
        'ssid',
        wholeNumber({ writing: 'octal-plus', min: 0, max: 3, hexDigits: 1 }),
        'The set of subchannels.',
      ),
      attribute(
        'devno',
        wholeNumber({ writing: 'octal-plus', min: 0, max: 0xffff, hexDigits: 4 }),
        'The number of the device.',
      ),
    ],
    rules: ccwRules,
  }),
  variant('virtio-mmio', 'A place in memory, as ARM machines have it.'),
  variant('spapr-vio', 'A place on the bus of a POWER machine.', {
    attributes: [attribute('reg', hex('hex number of at most 8 digits', /(?:0x)?[\da-fA-F]{1,8}/), 'The register.')],
  }),
  variant('usb', 'A port of a USB controller.', {
    attributes: [required(attribute('bus', usbBus, 'The USB controller.')), attribute('port', usbPort, 'Its port.')],
  }),
  variant('drive', 'A place of a disk; no card has one.', {
    attributes: [
      controller,
      bus,
      attribute('target', twoDigits, 'The target.'),
      attribute('unit', shortNumber({ digits: 5 }), 'The unit.'),
    ],
  }),
  variant('virtio-serial', 'A port of a serial controller; no card has one.', {
    attributes: [required(controller), bus, attribute('port', twoDigits, 'The port.')],
  }),
  variant('ccid', 'A slot for a smart card; no network card has one.', {
    attributes: [required(controller), attribute('slot', twoDigits, 'The slot.')],
  }),
  variant('isa', 'A place on the ISA bus.', {
    attributes: [
      attribute('iobase', hex('hex number of at most 4 digits behind 0x', /0x[\da-fA-F]{1,4}/), 'The first port.'),
      attribute('irq', hex('hex digit behind 0x', /0x[\da-fA-F]/), 'The interrupt.'),
    ],
  }),
  variant('dimm', 'A slot for memory; no card has one.', {
    attributes: [
      required(attribute('slot', count, 'The slot.')),
      attribute('base', hex('hex number of at most 16 digits', /(?:0x)?[\da-f]{1,16}/), 'Where it begins.'),
    ],
  }),
];

const ADDRESS = 'Where the card sits in the machine; libvirt chooses a place where it is left out.';
const KIND = 'The kind of bus.';

export const address = element('address', ADDRESS, { variants: variants('type', KIND, kinds) });

/** Of a `<hostdev>`. */
export const hostdevAddress = element('address', ADDRESS, {
  variants: variants('type', KIND, [...kinds, variant('unassigned', 'The machine does not see the device.')]),
});
