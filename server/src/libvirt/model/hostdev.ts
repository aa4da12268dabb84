import { attribute, element, variant, variants, type ElementModel } from '../grammar';
import { oneOf } from '../valueType';
import { yesNo } from '../valueTypes';
import { hostdevRules } from '../rules/hostdev';
import { hostdevAddress } from './address';
import { acpi, alias, boot, rom } from './device';
import { hostdevDriver } from './driver';
import { pciSource } from './hostAddress';
import { teaming } from './traffic';

/** libvirt's `<hostdev>`, as far as Nova writes it: a PCI device of the host that the machine gets. */
export const hostdevModel: ElementModel = element('hostdev', 'A device of the host that the machine gets as its own.', {
  attributes: [
    attribute('mode', oneOf('subsystem'), 'What is given away: the whole device.'),
    attribute('managed', yesNo, 'Whether libvirt takes the device from the host and gives it back.'),
  ],
  variants: variants('type', 'The kind of device.', [
    variant('pci', 'A PCI device.', { children: [pciSource, hostdevDriver, teaming] }),
  ]),
  children: [
    boot,
    rom,
    alias,
    hostdevAddress,
    acpi,
    element('readonly', 'The machine does not write to it.'),
    element('shareable', 'More machines can have it.'),
  ],
  rules: hostdevRules,
});
