import { fact, needed, part } from '../facts';
import type { Fact, Part } from '../topology';
import type { TracedElement } from '../tracedElement';
import { joinValues } from '../tracedValue';

/** How the card is connected: libvirt's type of the interface, and what the host does with its frames. */
export function vifParts(device: TracedElement, isInterface: boolean): readonly Part[] {
  const type = isInterface ? device.attribute('type') : device.name;
  const facts: readonly Fact[] = [
    needed('type', type),
    ...(device.known('type') === 'direct' ? fact('mode', device.child('source')?.attribute('mode')) : []),
    ...fact('managed', device.attribute('managed')),
    ...fact('filter', device.child('filterref')?.attribute('filter')),
    ...rate(device, 'inbound'),
    ...rate(device, 'outbound'),
  ];
  return part('vif', 'VIF', facts, device);
}

/** The limit of one direction: on average, at the peak, and how much at that pace, as far as they are there. */
function rate(device: TracedElement, direction: 'inbound' | 'outbound'): readonly Fact[] {
  const limit = device.child('bandwidth')?.child(direction);
  const values = ['average', 'peak', 'burst'].map((name) => limit?.attribute(name));
  return fact(direction, joinValues(values, '/'));
}
