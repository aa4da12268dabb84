import { fact, needed, part } from '../facts';
import type { Part } from '../topology';
import type { TracedElement } from '../tracedElement';
import { joinValues } from '../tracedValue';

/** The VLANs that the card is in on the physical side. */
export function vlanParts(device: TracedElement): readonly Part[] {
  const vlan = device.child('vlan');
  if (!vlan) return [];
  const tags = vlan.children('tag');
  const native = tags.find((tag) => tag.attribute('nativeMode') !== undefined);
  const ids = joinValues(
    tags.map((tag) => tag.attribute('id')),
    ', ',
  );
  const facts = [
    needed('VLAN', ids),
    ...fact('trunk', vlan.attribute('trunk')),
    ...fact('native', joinValues([native?.attribute('id'), native?.attribute('nativeMode')], ' ')),
  ];
  return part('vlan', tags.length > 1 ? 'VLANs' : 'VLAN', facts, vlan);
}
