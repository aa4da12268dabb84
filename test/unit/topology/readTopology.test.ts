import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { deviceTree } from '../../../server/src/check/libvirt/deviceTree';
import { checkInterface } from '../../../server/src/libvirt/checkInterface';
import { parseTemplateFile } from '../../../server/src/template/parse';
import { MOST_PATHS, readTopology } from '../../../server/src/topology/readTopology';
import type { Fact, Path } from '../../../server/src/topology/topology';
import { isUnfilled, textOf } from '../../../server/src/topology/tracedValue';
import { CARDS } from './cards';
import { traced } from './traced';

/** A fact as a word: its label, and its value with the origin of each piece, as the marked texts write it. */
function written({ label, value }: Fact): string {
  if (!value) return `${label}: MISSING`;
  const pieces = value.map(({ text, origin }) =>
    origin === undefined || origin === 'template' ? text : `{${origin}:${text}}`,
  );
  return `${label}: ${pieces.join('')}`;
}

function describePath(path: Path): readonly string[] {
  return path.map(({ name, facts }) => [name, ...facts.map(written)].join(' | '));
}

/** The one card of a marked text. */
function card(marked: string): readonly string[] {
  const { paths } = readTopology(traced(marked));
  equal(paths.length, 1);
  return paths.flatMap(describePath);
}

const READ: Readonly<Record<keyof typeof CARDS, readonly string[]>> = {
  qbh: [
    'Guest NIC | MAC: {compute:02:00:00:00:00:05} | model: virtio',
    'VIF | type: direct | mode: private',
    'Host device | device: {driver:eth5}',
    'Switch port | profile: {driver:enterprise_xyz_dept} | port: 802.1Qbh',
  ],
  proposal: [
    'Guest NIC | MAC: {compute:02:00:00:00:00:05} | model: virtio',
    'VIF | type: direct | mode: private',
    'Host device | device: {unfilled:${device_name}}',
    'Switch port | profile: {driver:enterprise_xyz_dept} | port: 802.1Qbh',
  ],
  qbg: [
    'Guest NIC | MAC: {compute:02:00:00:00:00:06} | model: virtio',
    'VIF | type: direct | mode: vepa',
    'Host device | device: {driver:eth5}',
    'Switch port | port: 802.1Qbg | manager: {driver:11} | VSI type: {driver:1193047} | version: {driver:2} | instance: {driver:09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f}',
  ],
  ovs: [
    'Guest NIC | MAC: {driver:fa:16:3e:11:22:33} | model: {driver:virtio} | backend: {driver:vhost} | queues: {driver:4} | rx ring: {driver:512} | MTU: {driver:1500}',
    'VIF | type: {driver:bridge} | inbound: {driver:1000}/{driver:2000}/{driver:512} | outbound: {driver:1000}',
    'Tap device | device: tap{driver:09b11c53-8b}',
    'Bridge | bridge: {driver:br-int} | port: {driver:openvswitch} | interface id: {driver:09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f}',
  ],
  bridge: [
    'Guest NIC | MAC: {compute:02:00:00:00:00:01}',
    'VIF | type: bridge | filter: nova-instance-{request:instance-00000001-0200}',
    'Tap device | device: {driver:vnet0}',
    'Bridge | bridge: {driver:br100}',
  ],
  ethernet: [
    'Guest NIC | MAC: {compute:02:00:00:00:00:02} | model: virtio',
    'VIF | type: ethernet',
    'Tap device | device: {driver:tap3e5d0001} | script: {driver:/etc/nova/plug-into-the-network.sh}',
  ],
  hostdev: [
    'Guest NIC | MAC: {driver:fa:16:3e:11:22:34}',
    'VIF | type: hostdev | managed: yes',
    'PCI function | PCI address: {driver:0000}:{driver:0a}:{driver:00}.{driver:1}',
    'VLAN | VLAN: {driver:100}',
  ],
  hostdevQbh: [
    'Guest NIC | MAC: {driver:fa:16:3e:11:22:34}',
    'VIF | type: hostdev | managed: yes',
    'PCI function | PCI address: 0000:0a:00.1',
    'Switch port | profile: {driver:gold} | port: 802.1Qbh',
  ],
  vhostuser: [
    'Guest NIC | MAC: {driver:fa:16:3e:11:22:35} | model: virtio',
    'VIF | type: vhostuser',
    'Socket | path: {driver:/var/lib/vhost_sockets/vhu09b11c53-8b} | mode: {driver:server} | type: unix | port: {driver:vhu09b11c53-8b}',
  ],
  vdpa: [
    'Guest NIC | MAC: {driver:fa:16:3e:11:22:36}',
    'VIF | type: vdpa',
    'vDPA device | device: {driver:/dev/vhost-vdpa-0}',
  ],
  network: [
    'Guest NIC | MAC: (made by libvirt) | model: e1000',
    'VIF | type: network',
    'libvirt network | network: {driver:default} | port group: gold',
    'VLANs | VLAN: 42, {driver:47} | trunk: yes | native: {driver:47} untagged',
  ],
  macvtap: [
    'Guest NIC | MAC: {compute:02:00:00:00:00:07}',
    'VIF | type: direct | mode: bridge',
    'Host device | device: {driver:eth1.100} | macvtap: macvtap0',
  ],
  pciDevice: [
    'Guest device',
    'VIF | type: hostdev | managed: yes',
    'PCI function | PCI address: {driver:0000}:{driver:81}:{driver:00}.{driver:0}',
  ],
  user: ['Guest NIC | MAC: 52:54:00:00:00:01', 'VIF | type: user'],
  udp: ['Guest NIC | MAC: (made by libvirt)', 'VIF | type: udp', 'Socket | address: 192.0.2.1 | port: 5555'],
  internal: ['Guest NIC | MAC: (made by libvirt)', 'VIF | type: internal', 'Internal network | network: {driver:lab}'],
};

/** What libvirt needs and the XML does not say, part by part. */
const MISSING: readonly (readonly [xml: string, missing: readonly string[]])[] = [
  ['<interface/>', ['VIF type']],
  ["<interface type='bridge'><mac/></interface>", ['Guest NIC MAC', 'Bridge bridge']],
  ["<interface type='bridge'><source bridge=''/><virtualport/></interface>", ['Bridge bridge', 'Bridge port']],
  ["<interface type='network'><virtualport/></interface>", ['libvirt network network']],
  [
    "<interface type='direct'><virtualport type='802.1Qbh'/></interface>",
    ['Host device device', 'Switch port profile'],
  ],
  [
    "<interface type='direct'><source dev='eth5'/><virtualport type='802.1Qbg'/></interface>",
    ['Switch port manager', 'Switch port VSI type', 'Switch port version'],
  ],
  ["<interface type='bridge'><source bridge='b'/><virtualport type='openvswitch'/></interface>", []],
  ["<interface type='bridge'><source bridge='b'/><virtualport type='midonet'/></interface>", ['Bridge interface id']],
  ["<interface type='hostdev'/>", ['PCI function PCI address']],
  ["<interface type='vhostuser'><model type='virtio'/></interface>", ['Socket path', 'Socket mode', 'Socket type']],
  ["<interface type='vdpa'><source/></interface>", ['vDPA device device']],
  ["<interface type='internal'/>", ['Internal network network']],
  ["<interface type='server'/>", ['Socket port']],
  ["<interface type='mcast'/>", ['Socket address', 'Socket port']],
  ["<interface type='ethernet'><vlan/></interface>", ['VLAN VLAN']],
  ["<hostdev mode='subsystem' type='pci'/>", ['PCI function PCI address']],
];

function missingIn(xml: string): readonly string[] {
  const parts = readTopology({ xml, traces: [] }).paths.flat();
  return parts.flatMap(({ name, facts }) => facts.filter(({ value }) => !value).map(({ label }) => `${name} ${label}`));
}

/** What our model of libvirt finds in an interface. */
function rejected(xml: string): readonly string[] {
  const file = parseTemplateFile(xml, { uri: '', vifType: '' });
  const span = file.templates[0]?.interfaceSpan;
  const device = span && deviceTree(xml, file, span);
  ok(device);
  return checkInterface(device).map(({ message }) => message);
}

describe('readTopology', () => {
  for (const name of Object.keys(CARDS) as (keyof typeof CARDS)[]) {
    it(`reads the way of a card: ${name}`, () => {
      deepEqual(card(CARDS[name]), READ[name]);
    });
  }

  for (const [xml, missing] of MISSING) {
    it(`misses ${missing.join(', ') || 'nothing'} in ${xml}`, () => {
      deepEqual(missingIn(xml), missing);
    });
  }

  it('misses nothing that the model of libvirt does without', () => {
    for (const [xml, missing] of MISSING) if (missing.length > 0) ok(rejected(xml).length > 0, xml);
    for (const marked of Object.values(CARDS)) {
      const { xml } = traced(marked);
      if (!xml.includes('${')) deepEqual([missingIn(xml), rejected(xml)], [[], []], xml);
    }
  });

  it('takes a placeholder that is left for what is said, not for what is missing', () => {
    const [guest, vif, bridge] = readTopology(
      traced(
        "<interface type='{unfilled:${t}}'><mac address={unfilled:${m}}/><source bridge='br{unfilled:${b}}'/></interface>",
      ),
    ).paths.flat();
    for (const part of [guest, vif, bridge]) ok(part?.facts[0]?.value && isUnfilled(part.facts[0].value));
  });

  it('reads every card of a machine, in its order, and no other device', () => {
    const xml = `<domain><devices><disk type='file'><source file='/x'/></disk>${CARDS.vdpa}<hostdev mode='subsystem' type='usb'/>${CARDS.pciDevice}<!-- ${CARDS.qbh} --></devices></domain>`;
    deepEqual(
      readTopology(traced(xml)).paths.map((path) => path.map(({ name }) => name)),
      [
        ['Guest NIC', 'VIF', 'vDPA device'],
        ['Guest device', 'VIF', 'PCI function'],
      ],
    );
  });

  it('reads references as an XML parser does', () => {
    const path = card("<interface type='ethernet'><target dev='&lt;{driver:a&amp;&#98;}&quot;'/></interface>");
    equal(path[2], 'Tap device | device: <{driver:a&b}"');
  });

  it('knows where in the template a value stands, and its element', () => {
    const marked = "<interface type='direct'>\n  <source dev='{driver:eth5}' mode='private'/></interface>";
    const [, vif, device] = readTopology(traced(marked)).paths.flat();
    const at = (span: { start: number; end: number } | undefined): string => marked.slice(span?.start, span?.end);
    deepEqual(
      [vif?.source, device?.source, device?.facts[0]?.value?.[0].source, vif?.facts[1]?.value?.[0].source].map(at),
      ['interface', 'source', '{driver:eth5}', 'private'],
    );
  });

  it('reads anything', () => {
    const word = fc.constantFrom(
      '<interface',
      ' type=',
      "'direct'",
      "'bridge'",
      '>',
      '/>',
      '<source',
      ' dev=',
      ' bridge=',
      '${x}',
      '<mac',
      '</interface>',
      '<hostdev>',
      '&amp;',
      '<!--',
      '"',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 30 }), (words) => {
        const xml = words.join('');
        for (const part of readTopology({ xml, traces: [] }).paths.flat())
          for (const { value } of part.facts) if (value) ok(textOf(value) !== '');
      }),
    );
  });

  it('reads no more cards than a picture has room for', () => {
    equal(readTopology({ xml: '<interface/>'.repeat(MOST_PATHS + 1), traces: [] }).paths.length, MOST_PATHS);
  });
});
