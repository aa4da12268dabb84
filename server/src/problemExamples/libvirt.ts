import { lines, type ProblemExample } from './example';

const MAC = '  <mac address=${mac_address}/>';
const SOURCE = "  <source dev=${source_device} mode='private'/>";
const VIRTUALPORT = "  <virtualport type='802.1Qbh'><parameters profileid=${profile_name}/></virtualport>";

/** An interface with these lines in it. */
function around(...written: readonly string[]): string {
  return lines("<interface type='direct'>", ...written, '</interface>');
}

/** The template of a sound interface with one line more; `right` undefined for without. */
function one(advice: string, wrong: string, right?: string): ProblemExample {
  const rest = [MAC, SOURCE, VIRTUALPORT];
  return {
    advice,
    file: '802.1Qbh.vif.xml',
    wrong: around(...rest, wrong),
    right: around(...rest, ...(right === undefined ? [] : [right])),
  };
}

export const libvirtExamples = {
  'libvirt.unknown-element': one(
    "libvirt's schema knows no such element in this place; its parser passes over it, so that what it should do is not done. Correct the name, or move the element to where it belongs.",
    "  <modle type='virtio'/>",
    "  <model type='virtio'/>",
  ),
  'libvirt.unknown-attribute': one(
    "libvirt's schema knows no such attribute of this element; its parser passes over it. Correct the name, or write it at the element that it belongs to.",
    "  <target device='tap0'/>",
    "  <target dev='tap0'/>",
  ),
  'libvirt.unexpected-text': one(
    'The elements of an interface hold other elements, and what they say stands in attributes. Remove the text.',
    "  <model type='virtio'/>virtio",
    "  <model type='virtio'/>",
  ),
  'libvirt.missing': {
    advice:
      'libvirt refuses an interface that lacks this. In a template it is a warning, because the rest may still be written.',
    file: '802.1Qbh.vif.xml',
    wrong: around(MAC, "  <source mode='private'/>", VIRTUALPORT, '  <!-- ${source_device} -->'),
    right: around(MAC, SOURCE, VIRTUALPORT),
  },
  'libvirt.repeated': one(
    'libvirt takes this element once. Its schema refuses another, and its parser takes the first. Keep one of them.',
    "  <mac address='02:16:3e:00:00:01'/>",
  ),
  'libvirt.value': one(
    'libvirt does not take this value, whatever the placeholders in it come to stand for. The message says what it can be.',
    "  <mtu size='large'/>",
    "  <mtu size='1500'/>",
  ),
  'libvirt.rule': one(
    'Parts of an interface that are right on their own do not go together. The message says which, and what libvirt wants.',
    "  <port isolated='yes'/>",
    "  <port isolated='no'/>",
  ),
} as const satisfies Partial<Record<string, ProblemExample>>;
