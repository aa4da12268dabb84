import fc from 'fast-check';
import { TODAYS_VIF_TYPES } from '../../../server/src/languageFeatures/completion/vifTypes';
import type { NovaRequest } from './requests';

const PCI_SLOTS = ['0000:0a:00.1', '0001:5E:1f.7', '00a0:ff:10.0'];
const VNIC_TYPES = [
  'normal',
  'direct',
  'macvtap',
  'direct-physical',
  'baremetal',
  'virtio-forwarder',
  'vdpa',
  'accelerator-direct',
  'accelerator-direct-physical',
  'remote-managed',
];
const MODELS = [
  'virtio',
  'e1000',
  'e1000e',
  'lan9118',
  'vmxnet3',
  'rtl8139',
  'VirtualE1000',
  'VirtualPCNet32',
  'sriov',
];

/** One of some values, or nothing at all. */
function maybe<Value>(...values: readonly Value[]): fc.Arbitrary<Value | undefined> {
  return fc.option(fc.constantFrom(...values), { nil: undefined });
}

/** A value that is there but for one time in a dozen. */
function mostly<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 12 });
}

/** Without the keys that have no value: JSON has none. */
function keysOf(
  model: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc.record(model).map((keys) => JSON.parse(JSON.stringify(keys)) as Readonly<Record<string, unknown>>);
}

const bool = maybe(true, false);
const bandwidth = maybe('100', '2000', '0', '');

const extraSpecs = keysOf({
  'hw:vif_multiqueue_enabled': maybe('true', 'True', 'no', '1'),
  'quota:vif_inbound_average': bandwidth,
  'quota:vif_inbound_peak': bandwidth,
  'quota:vif_inbound_burst': bandwidth,
  'quota:vif_outbound_average': bandwidth,
  'quota:vif_outbound_peak': bandwidth,
  'quota:vif_outbound_burst': bandwidth,
  'quota:cpu_shares': maybe('10'),
  vif_inbound_average: maybe('1'),
});

const instance = keysOf({
  flavor: keysOf({ vcpus: fc.integer({ min: 1, max: 300 }), extra_specs: extraSpecs }),
  image: keysOf({
    hw_vif_model: maybe(...MODELS),
    hw_vif_multiqueue_enabled: maybe<unknown>(true, false, 'yes', 'off'),
  }),
  virt_type: maybe('kvm', 'qemu', 'lxc', 'parallels', 'xen'),
  conf: keysOf({
    virt_type: maybe('kvm', 'qemu', 'lxc', 'parallels'),
    use_virtio_for_bridges: bool,
    rx_queue_size: maybe(256, 512, 1024),
    tx_queue_size: maybe(256, 512, 1024),
    max_queues: maybe(1, 8),
  }),
  // The name of a network device or the path of a vDPA device: Nova writes either as it is.
  devices: fc.constant(Object.fromEntries(PCI_SLOTS.map((slot, index) => [slot, `/dev/vhost-vdpa-${index}`]))),
});

const network = keysOf({
  bridge: mostly(fc.constantFrom('br-int', 'br0', 'brq09b11c53-8b')),
  mtu: maybe<unknown>(1500, 9000, '1450', 0),
  meta: maybe({ mtu: 1400 }, { interface: 'eth7' }, {}),
  interface: mostly(fc.constantFrom('eth0', 'bond0.5')),
  vlan: maybe(5, 99),
  should_create_vlan: maybe(true, false),
});

const details = keysOf({
  ovs_hybrid_plug: bool,
  port_filter: bool,
  datapath_type: maybe('system', 'netdev'),
  vhostuser_mode: maybe('server', 'client', 'both'),
  vhostuser_socket: mostly(fc.constantFrom('/var/run/vhu.sock', '/tmp/a & <b>')),
  vhostuser_ovs_plug: bool,
  vhostuser_fp_plug: bool,
  vhostuser_vrouter_plug: bool,
  profileid: mostly(fc.constantFrom('MyPortProfile', 'it\'s "so"')),
  vlan: mostly(fc.constantFrom<unknown>(0, 1, '100', '0', null)),
  physical_interface: mostly(fc.constant('eth0')),
  macvtap_source: mostly(fc.constantFrom('eth0', 'eth0.1')),
  macvtap_mode: mostly(fc.constantFrom('bridge', 'vepa', 'passthrough')),
});

const vsi = keysOf({
  managerid: fc.constantFrom('11', '0'),
  typeid: fc.constant('1193047'),
  typeidversion: fc.constant('2'),
  instanceid: fc.constant('09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'),
});

const vif = keysOf({
  type: fc.constantFrom(...TODAYS_VIF_TYPES),
  id: fc.uuid(),
  address: mostly(fc.constantFrom('02:16:3e:00:00:01', 'FA:16:3E:AB:CD:EF', '02-16-3e-00-00-01')),
  devname: maybe('tap09b11c53-8b', 'tap0', null),
  vnic_type: maybe(...VNIC_TYPES),
  details: mostly(details),
  profile: mostly(
    keysOf({
      pci_slot: mostly(fc.constantFrom(...PCI_SLOTS)),
      trusted: maybe('True'),
      pci_vendor_info: maybe('1137:0043'),
    }),
  ),
  network: mostly(network),
  ovs_interfaceid: maybe('f1f2f3f4-0000-4000-8000-000000000001'),
  delegate_create: bool,
  qbg_params: mostly(vsi),
  active: bool,
  preserve_on_delete: bool,
});

/** Requests of every VIF type, with whatever may change the interface; some of them are such that Nova refuses. */
export const novaRequests: fc.Arbitrary<NovaRequest> = fc.record({ instance, network: vif });
