import { asObject, objectAt, type JsonObject } from '../../unit/shipped/files';

/** A port to make: on which network, on which host, and as what. */
export interface PortWish {
  readonly name: string;
  readonly network: 'vlan' | 'flat' | 'vxlan';
  /** Empty for none. Which hosts there are stands in create_database.py. */
  readonly host: string;
  readonly vnicType?: string;
  readonly profile?: JsonObject;
  /** The VIF type that Neutron binds it as. */
  readonly vifType: string;
}

const PCI = { pci_vendor_info: '15b3:1004', pci_slot: '0000:0a:00.1', physical_network: 'physnet1' };

/** Ports of every kind that this Neutron binds. */
export const BOUND: readonly PortWish[] = [
  { name: 'Open vSwitch, VLAN', network: 'vlan', host: 'ovs1', vifType: 'ovs' },
  { name: 'Open vSwitch, VXLAN', network: 'vxlan', host: 'ovs1', vifType: 'ovs' },
  { name: 'Open vSwitch behind a bridge', network: 'vlan', host: 'ovshybrid1', vifType: 'ovs' },
  {
    name: 'Open vSwitch in hardware',
    network: 'vlan',
    host: 'ovs1',
    vnicType: 'direct',
    profile: { ...PCI, capabilities: ['switchdev'] },
    vifType: 'ovs',
  },
  { name: 'Open vSwitch, vDPA', network: 'vlan', host: 'ovs1', vnicType: 'vdpa', profile: PCI, vifType: 'ovs' },
  { name: 'Open vSwitch with DPDK', network: 'vlan', host: 'dpdk1', vifType: 'vhostuser' },
  { name: 'Linux bridge, VLAN', network: 'vlan', host: 'bridge1', vifType: 'bridge' },
  { name: 'Linux bridge, flat', network: 'flat', host: 'bridge1', vifType: 'bridge' },
  { name: 'macvtap, VLAN', network: 'vlan', host: 'macvtap1', vifType: 'macvtap' },
  { name: 'macvtap, flat', network: 'flat', host: 'macvtap1', vifType: 'macvtap' },
  { name: 'SR-IOV', network: 'vlan', host: 'sriov1', vnicType: 'direct', profile: PCI, vifType: 'hw_veb' },
  { name: 'SR-IOV, macvtap', network: 'vlan', host: 'sriov1', vnicType: 'macvtap', profile: PCI, vifType: 'hw_veb' },
  {
    name: 'SR-IOV, the whole device',
    network: 'vlan',
    host: 'sriov1',
    vnicType: 'direct-physical',
    profile: PCI,
    vifType: 'hostdev_physical',
  },
];

export const OTHERWISE: PortWish = { name: 'a bridge', network: 'flat', host: 'bridge1', vifType: 'bridge' };
export const UNBOUND: PortWish = { name: 'no host', network: 'vlan', host: '', vifType: 'unbound' };
export const FAILED: PortWish = { name: 'no agent', network: 'vlan', host: 'elsewhere', vifType: 'binding_failed' };

const NETWORKS = {
  vlan: {
    'provider:network_type': 'vlan',
    'provider:physical_network': 'physnet1',
    'provider:segmentation_id': 123,
    mtu: 1400,
  },
  flat: { 'provider:network_type': 'flat', 'provider:physical_network': 'physnet1' },
  vxlan: { 'provider:network_type': 'vxlan' },
};

async function create(endpoint: string, kind: 'network' | 'subnet' | 'port', body: JsonObject): Promise<JsonObject> {
  const response = await fetch(`${endpoint}/v2.0/${kind}s`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ [kind]: body }),
  });
  const answer = asObject(await response.json(), kind);
  if (!response.ok) throw new Error(`Neutron refuses the ${kind}: ${JSON.stringify(answer)}`);
  return objectAt(answer, kind);
}

/** Makes the three networks, each with a subnet; gives their ids. */
export async function createNetworks(endpoint: string): Promise<ReadonlyMap<string, unknown>> {
  const ids = new Map<string, unknown>();
  for (const [name, options] of Object.entries(NETWORKS)) {
    const { id } = await create(endpoint, 'network', { name, ...options });
    await create(endpoint, 'subnet', { network_id: id, ip_version: 4, cidr: '10.0.0.0/24' });
    ids.set(name, id);
  }
  return ids;
}

/** Makes a port; gives it as Neutron has it. */
export function createPort(
  endpoint: string,
  networks: ReadonlyMap<string, unknown>,
  { name, network, host, vnicType = 'normal', profile = {} }: PortWish,
): Promise<JsonObject> {
  return create(endpoint, 'port', {
    name,
    network_id: networks.get(network),
    'binding:host_id': host,
    'binding:vnic_type': vnicType,
    'binding:profile': profile,
  });
}
