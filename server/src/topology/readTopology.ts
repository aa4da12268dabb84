import { elementsOf, withDescendants } from '../template/elements';
import { scanTemplate } from '../template/scan';
import { bridgeParts } from './parts/bridge';
import { guestParts } from './parts/guest';
import { hostDeviceParts } from './parts/hostDevice';
import { vifParts } from './parts/vif';
import { vlanParts } from './parts/vlan';
import type { Path, Topology } from './topology';
import type { TracedXml } from '../render/trace';
import { TracedElement } from './tracedElement';
import { TracedText } from './tracedText';

/** How many cards there can be in a picture: more than a machine has. */
export const MOST_PATHS = 64;

/**
 * Reads what interface XML means, card by card, in the order of the text. Any text can be read; of what is no `<interface>`
 * and no PCI device that is handed on, nothing is told. What libvirt 9 needs and is not there is a fact without a value.
 */
export function readTopology(traced: TracedXml): Topology {
  const text = new TracedText(traced);
  const { tags } = scanTemplate(traced.xml, '');
  const paths: Path[] = [];
  for (const element of withDescendants(elementsOf(tags, traced.xml.length))) {
    const { name } = element.opening;
    const device = new TracedElement(element, text);
    if (name === 'interface' || (name === 'hostdev' && mayBeCard(device))) paths.push(pathOf(device, name));
    if (paths.length === MOST_PATHS) break;
  }
  return { paths };
}

/** A network card is handed on from the PCI bus. */
function mayBeCard(hostdev: TracedElement): boolean {
  return (hostdev.known('type') ?? 'pci') === 'pci';
}

function pathOf(device: TracedElement, name: 'interface' | 'hostdev'): Path {
  const isInterface = name === 'interface';
  const type = isInterface ? device.known('type') : 'hostdev';
  return [
    ...guestParts(device, isInterface),
    ...vifParts(device, isInterface),
    ...hostDeviceParts(device, type),
    ...bridgeParts(device, type),
    ...vlanParts(device),
  ];
}
