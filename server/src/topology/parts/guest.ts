import { fact, needed } from '../facts';
import type { Fact, Part } from '../topology';
import type { TracedElement } from '../tracedElement';
import type { TracedValue } from '../tracedValue';

/** What stands for an address where there is no `<mac>`. */
const MADE: TracedValue = [{ text: '(made by libvirt)' }];

/** The card as the guest sees it. */
export function guestParts(device: TracedElement, isInterface: boolean): readonly Part[] {
  const mac = device.child('mac');
  const driver = device.child('driver');
  const facts: readonly Fact[] = [
    ...(isInterface ? [needed('MAC', mac ? mac.attribute('address') : MADE)] : []),
    ...fact('model', device.child('model')?.attribute('type')),
    ...fact('backend', driver?.attribute('name')),
    ...fact('queues', driver?.attribute('queues')),
    ...fact('rx ring', driver?.attribute('rx_queue_size')),
    ...fact('tx ring', driver?.attribute('tx_queue_size')),
    ...fact('MTU', device.child('mtu')?.attribute('size')),
    ...fact('link', device.child('link')?.attribute('state')),
  ];
  const source = (mac ?? device).source;
  return [{ station: 'guest', name: isInterface ? 'Guest NIC' : 'Guest device', facts, ...(source && { source }) }];
}
