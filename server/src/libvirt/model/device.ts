import { attribute, element, required } from '../grammar';
import { positive } from '../numbers';
import { romRules } from '../rules/device';
import { oneOf } from '../valueType';
import {
  absolutePath,
  aliasName,
  deviceName,
  loadParameter,
  modelName,
  onOff,
  someText,
  unicastMac,
  yesNo,
} from '../valueTypes';

export const mac = element('mac', 'The address of the card. Without it libvirt makes one.', {
  attributes: [
    required(attribute('address', unicastMac, 'The MAC address.')),
    attribute('type', oneOf('generated', 'static'), 'Whether the address was made or chosen. For VMware.'),
    attribute('check', yesNo, 'Whether the address is checked. For VMware.'),
  ],
});

/** Models that emulators know; any other name is taken as well. */
const commonModels = [
  { value: 'virtio', documentation: 'The paravirtual card: the fastest, and the guest needs a driver for it.' },
  { value: 'virtio-transitional', documentation: 'virtio for old and new guests.' },
  { value: 'virtio-non-transitional', documentation: 'virtio 1.0 alone.' },
  { value: 'e1000', documentation: 'An Intel card of 1 Gbit/s, which most guests know.' },
  { value: 'e1000e', documentation: 'The same on PCI Express.' },
  { value: 'igb', documentation: 'An Intel card with virtual functions.' },
  { value: 'rtl8139', documentation: 'An old Realtek card of 100 Mbit/s.' },
  { value: 'ne2k_pci', documentation: 'A very old card.' },
  { value: 'pcnet', documentation: 'An old AMD card.' },
  { value: 'lan9118', documentation: 'A card of ARM boards.' },
  { value: 'spapr-vlan', documentation: 'The paravirtual card of POWER machines.' },
  { value: 'vmxnet3', documentation: 'The paravirtual card of VMware.' },
  { value: 'netfront', documentation: 'The paravirtual card of Xen.' },
] as const;

export const model = element('model', 'What card the guest sees.', {
  attributes: [required(attribute('type', { ...modelName, suggestions: commonModels }, 'The name of the model.'))],
});

export const target = element('target', 'The network device on the host end of the card.', {
  attributes: [
    required(attribute('dev', deviceName, 'Its name. Names with vnet, macvtap or macvlan are for libvirt to give.')),
    attribute('managed', yesNo, 'Whether libvirt makes the device; no if it is there already. For ethernet.'),
  ],
});

export const guest = element('guest', 'The network device inside of a container.', {
  attributes: [
    attribute('dev', deviceName, 'The name that it is to have.'),
    attribute('actual', deviceName, 'The name that it has; libvirt fills it in.'),
  ],
});

function script(name: string, documentation: string): ReturnType<typeof element> {
  return element(name, documentation, { attributes: [required(attribute('path', someText, 'Its path.'))] });
}

export const scripts = [
  script('script', 'A program that sets up the device. For ethernet, and for bridge with Xen.'),
  script('downscript', 'A program that takes the device down.'),
];

export const backenddomain = element('backenddomain', 'The machine that serves the card. For Xen.', {
  attributes: [required(attribute('name', someText, 'Its name.'))],
});

export const backend = element('backend', 'The files that the host end of the card is opened by.', {
  attributes: [
    attribute('type', oneOf('passt'), 'Who serves a user interface. libvirt 9.0 takes it for QEMU only.'),
    attribute('tap', absolutePath, 'The file of the tap device in place of /dev/net/tun.'),
    attribute('vhost', absolutePath, 'The file of vhost in place of /dev/vhost-net.'),
    attribute('logFile', absolutePath, 'The file that passt writes its log to.'),
  ],
});

export const alias = element('alias', 'The name by which the device is called in this configuration.', {
  attributes: [required(attribute('name', aliasName, 'The name; one of your own begins with ua-.'))],
});

export const acpi = element('acpi', 'How firmware knows the device.', {
  attributes: [attribute('index', positive, 'Its number, by which the guest can name it.')],
});

export const boot = element('boot', 'Lets the machine start by this device.', {
  attributes: [
    required(attribute('order', positive, 'Which device is tried first: 1 comes before 2.')),
    attribute('loadparm', loadParameter, 'What the firmware of an s390 machine reads.'),
  ],
});

export const rom = element('rom', 'The ROM of the card, which network boot needs.', {
  attributes: [
    attribute('enabled', yesNo, 'Whether the card has a ROM at all.'),
    attribute('bar', onOff, "Whether the ROM shows in the guest's memory."),
    attribute('file', absolutePath, 'The file with the ROM.'),
  ],
  rules: romRules,
});
