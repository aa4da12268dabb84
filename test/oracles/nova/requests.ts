/** What Nova knows of an instance, as far as it decides how an interface looks. */
export interface NovaInstance {
  readonly flavor?: { readonly vcpus?: number; readonly extra_specs?: Readonly<Record<string, string>> };
  readonly image?: Readonly<Record<string, unknown>>;
  readonly virt_type?: string;
  readonly conf?: Readonly<Record<string, unknown>>;
  /** What the host calls the device at a PCI address. */
  readonly devices?: Readonly<Record<string, string>>;
}

/** A request of NovaVifDriver. */
export interface NovaRequest {
  readonly instance: NovaInstance;
  /** The VIF as in nova.network.model. */
  readonly network: Readonly<Record<string, unknown>>;
}

/** A request with its name, and whether Nova makes an interface of it. */
export interface NovaCase extends NovaRequest {
  readonly name: string;
  readonly refused?: RegExp;
}

const PORT = '09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f';
const PCI_SLOT = '0000:0a:00.1';

const LINUX_BRIDGE = { bridge: 'br0', bridge_interface: 'eth0', vlan: 99, mtu: 9000 };
const OPEN_VSWITCH = { bridge: 'br-int', mtu: 1500 };
const PHYSICAL = { interface: 'eth0', vlan: 99 };
const PROFILE = { pci_vendor_info: '1137:0043', pci_slot: PCI_SLOT, physical_network: 'phynet1' };
const SOCKET = { vhostuser_mode: 'server', vhostuser_socket: '/var/run/vhu.sock' };

/** A VIF with this device name on these networks, and with what its type is about. */
function vif(
  type: string | null,
  network: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): NovaRequest['network'] {
  return { id: PORT, address: '02:16:3e:00:00:01', type, network, devname: 'tap0', ...more };
}

/** A VIF whose device is a PCI function. */
function pciVif(type: string, vnic_type: string, more: Readonly<Record<string, unknown>> = {}): NovaRequest['network'] {
  return vif(type, PHYSICAL, { vnic_type, profile: PROFILE, ...more });
}

function made(name: string, network: NovaRequest['network'], instance: NovaInstance = {}): NovaCase {
  return { name, network, instance };
}

function refused(name: string, network: NovaRequest['network'], why: RegExp, instance: NovaInstance = {}): NovaCase {
  return { name, network, instance, refused: why };
}

const BRIDGE = vif('bridge', LINUX_BRIDGE);
const NETDEV = { devices: { [PCI_SLOT]: 'eth1' } };
const BANDWIDTH = {
  'quota:vif_inbound_average': '100',
  'quota:vif_inbound_peak': '200',
  'quota:vif_inbound_burst': '300',
  'quota:vif_outbound_average': '10',
  'quota:vif_outbound_peak': '20',
  'quota:vif_outbound_burst': '30',
};
const HYBRID = { ovs_hybrid_plug: true };
const MACVTAP = { physical_interface: 'eth0', macvtap_source: 'eth0', macvtap_mode: 'bridge' };
const VSI = { managerid: '11', typeid: '1193047', typeidversion: '2', instanceid: PORT };
const PORT_PROFILE = { details: { profileid: 'MyPortProfile' } };

const ovs = (more: Readonly<Record<string, unknown>> = {}): NovaRequest['network'] => vif('ovs', OPEN_VSWITCH, more);
const vhostuser = (
  details: Readonly<Record<string, unknown>>,
  devname: string | null = 'tap0',
): NovaRequest['network'] => vif('vhostuser', OPEN_VSWITCH, { devname, details: { ...SOCKET, ...details } });

/** Each VIF type of Nova with each way that it can be plugged, and what else changes the interface. */
export const novaCases: readonly NovaCase[] = [
  made('bridge', BRIDGE),
  made('bridge, another model', BRIDGE, { image: { hw_vif_model: 'e1000' } }),
  made('bridge, without KVM', BRIDGE, { virt_type: 'qemu' }),
  refused('bridge, LXC with virtio', BRIDGE, /lxc has no network card of the model 'virtio'/, { virt_type: 'lxc' }),
  made('bridge, LXC', BRIDGE, { virt_type: 'lxc', conf: { use_virtio_for_bridges: false } }),
  made('bridge, queues', BRIDGE, { image: { hw_vif_multiqueue_enabled: true }, flavor: { vcpus: 4 } }),
  made('bridge, queue size', BRIDGE, { conf: { rx_queue_size: 512 } }),
  made('bridge, bandwidth', BRIDGE, { flavor: { extra_specs: BANDWIDTH } }),
  made('ovs', ovs({ details: { port_filter: true } })),
  made('ovs, connected by os-vif', ovs({ delegate_create: true })),
  made('ovs, hybrid', ovs({ details: { port_filter: true, ...HYBRID } })),
  made('ovs, direct', ovs({ vnic_type: 'direct', profile: PROFILE })),
  made('ovs, vDPA', ovs({ vnic_type: 'vdpa', profile: PROFILE }), { devices: { [PCI_SLOT]: '/dev/vhost-vdpa-0' } }),
  made('ovs, remote-managed', ovs({ vnic_type: 'remote-managed', profile: PROFILE })),
  made('ivs', vif('ivs', OPEN_VSWITCH)),
  made('ivs, hybrid', vif('ivs', OPEN_VSWITCH, { details: HYBRID })),
  made('802.1qbg', vif('802.1qbg', PHYSICAL, { qbg_params: VSI })),
  made('802.1qbh', pciVif('802.1qbh', 'direct', PORT_PROFILE)),
  made('802.1qbh, macvtap', pciVif('802.1qbh', 'macvtap', PORT_PROFILE), NETDEV),
  made('hw_veb', pciVif('hw_veb', 'direct', { details: { vlan: '100' } })),
  made('hw_veb, macvtap', pciVif('hw_veb', 'macvtap', { details: { vlan: '100' } }), NETDEV),
  made('hw_veb, accelerator', pciVif('hw_veb', 'accelerator-direct', { details: { vlan: 100 } })),
  made('hostdev_physical', pciVif('hostdev_physical', 'direct-physical')),
  made('ib_hostdev', pciVif('ib_hostdev', 'direct', { details: { vlan: 100 } })),
  made(
    'macvtap, VLAN',
    vif('macvtap', PHYSICAL, { details: { ...MACVTAP, vlan: 1, macvtap_source: 'eth0.1', macvtap_mode: 'vepa' } }),
  ),
  made('macvtap, flat', vif('macvtap', PHYSICAL, { details: MACVTAP })),
  refused('macvtap, without details', vif('macvtap', PHYSICAL), /'details' has no 'macvtap_source'/),
  made('midonet', vif('midonet', PHYSICAL)),
  made('tap', vif('tap', { mtu: 1450 })),
  made('iovisor', vif('iovisor', LINUX_BRIDGE)),
  made('vhostuser', vhostuser({}, null)),
  made('vhostuser, Open vSwitch', vhostuser({ vhostuser_ovs_plug: true })),
  made('vhostuser, fast path', vhostuser({ vhostuser_fp_plug: true })),
  made('vhostuser, fast path and Open vSwitch', vhostuser({ vhostuser_fp_plug: true, vhostuser_ovs_plug: true })),
  made('vhostuser, vRouter', vhostuser({ vhostuser_vrouter_plug: true })),
  made('vhostuser, queue sizes', vhostuser({}), { conf: { rx_queue_size: 512, tx_queue_size: 1024 } }),
  refused('vhostuser, without a path', vhostuser({ vhostuser_socket: null }), /'details' has no 'vhostuser_socket'/),
  made('vrouter', vif('vrouter', PHYSICAL)),
  made('vrouter, direct', pciVif('vrouter', 'direct')),
  made('vrouter, forwarder', pciVif('vrouter', 'virtio-forwarder', { details: SOCKET })),
  made('agilio_ovs', vif('agilio_ovs', OPEN_VSWITCH)),
  made('agilio_ovs, direct', pciVif('agilio_ovs', 'direct')),
  made('agilio_ovs, forwarder', pciVif('agilio_ovs', 'virtio-forwarder', { details: SOCKET })),
  refused('dvs', vif('dvs', LINUX_BRIDGE), /'dvs' is one of VMware/),
  refused('hyperv', vif('hyperv', LINUX_BRIDGE), /'hyperv' is one of Hyper-V/),
  refused('other', vif('other', LINUX_BRIDGE), /no interface of the VIF type 'other'/),
  refused('vif', vif('vif', LINUX_BRIDGE), /no interface of the VIF type 'vif'/),
  refused('binding_failed', vif('binding_failed', LINUX_BRIDGE), /could not bind the port/),
  refused('unbound', vif('unbound', LINUX_BRIDGE), /not bound to a host yet/),
  refused('no type', vif(null, LINUX_BRIDGE), /VIF type for nova\.vif\.xml is open/),
  refused('an unknown type', vif('nonsense', LINUX_BRIDGE), /no interface of the VIF type 'nonsense'/),
];
