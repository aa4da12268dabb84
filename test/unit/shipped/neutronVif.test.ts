import assert from 'node:assert/strict';
import { askPython } from '../python';
import { asObject, objectAt, pathOf, type JsonObject } from './files';
import { isThere, skipWithout } from './programs';

const PORT_ID = '7f0f4c2a-4a1c-4f0e-9c33-0d6a3f0a1b5c';
const NETWORK_ID = 'ab314c4b-a324-4c27-8d00-0c0b8ece7d1c';

const PORT = { id: PORT_ID, network_id: NETWORK_ID, mac_address: 'fa:16:3e:80:89:89', 'binding:vif_type': 'ovs' };
const NETWORK = { id: NETWORK_ID, name: 'net', mtu: 1450 };

/** What the shipped driver makes of a port that differs from PORT in these keys. */
function vifOf(port: JsonObject): JsonObject {
  const program = [
    `sys.path.insert(0, ${JSON.stringify(pathOf('drivers'))})`,
    'sys.dont_write_bytecode = True',
    'from neutron_port.vif import vif_of',
    'print(json.dumps(vif_of(*json.load(sys.stdin))))',
  ].join('\n');
  return asObject(askPython(program, [{ ...PORT, ...port }, NETWORK]), 'the VIF');
}

const details = (vifType: string, vifDetails?: JsonObject | null): JsonObject => ({
  'binding:vif_type': vifType,
  'binding:vif_details': vifDetails,
});

describe('What NeutronPortDriver makes of a port', () => {
  before(function () {
    skipWithout(this, isThere('python3') ? [] : ['python3']);
  });

  it('is a VIF in the words of Nova', () => {
    const port = {
      'binding:vnic_type': 'direct',
      'binding:vif_details': { port_filter: true },
      'binding:profile': { pci_slot: '0000:0a:00.1' },
    };
    assert.deepEqual(vifOf(port), {
      id: PORT_ID,
      type: 'ovs',
      vnic_type: 'direct',
      address: 'fa:16:3e:80:89:89',
      devname: 'tap7f0f4c2a-4a',
      details: { port_filter: true },
      profile: { pci_slot: '0000:0a:00.1' },
      ovs_interfaceid: PORT_ID,
      delegate_create: true,
      network: { id: NETWORK_ID, label: 'net', bridge: 'br-int', mtu: 1450 },
    });
  });

  it('takes what Neutron leaves open for nothing', () => {
    const { vnic_type, details, profile } = vifOf({ 'binding:vif_details': null, 'binding:profile': null });
    assert.deepEqual({ vnic_type, details, profile }, { vnic_type: 'normal', details: {}, profile: {} });
  });

  const BRIDGES: readonly (readonly [what: string, port: JsonObject, bridge: string | null])[] = [
    ['Open vSwitch', details('ovs'), 'br-int'],
    ['Open vSwitch that names its bridge', details('ovs', { bridge_name: 'br-trunk' }), 'br-trunk'],
    [
      'a name that is too long for a device',
      details('ovs', { bridge_name: 'tbr-0123456789' + 'ab' }),
      'tbr-0123456789',
    ],
    ['Agilio', details('agilio_ovs'), 'br-int'],
    ['a Linux bridge', details('bridge'), 'brqab314c4b-a3'],
    ['a Linux bridge that has a name', details('bridge', { bridge_name: 'br100' }), 'br100'],
    ['vhost-user on Open vSwitch', details('vhostuser', { vhostuser_ovs_plug: true }), 'br-int'],
    ['vhost-user by fast path', details('vhostuser', { vhostuser_fp_plug: true }), 'brqab314c4b-a3'],
    [
      'vhost-user by fast path on Open vSwitch',
      details('vhostuser', { vhostuser_fp_plug: true, vhostuser_ovs_plug: true }),
      'br-int',
    ],
    ['vhost-user alone', details('vhostuser', { vhostuser_ovs_plug: false }), null],
    ['macvtap', details('macvtap'), null],
    ['SR-IOV', details('hw_veb', { bridge_name: 'unused' }), null],
  ];
  for (const [what, port, bridge] of BRIDGES) {
    it(`hangs on ${bridge ?? 'no bridge'}: ${what}`, () => {
      const vif = vifOf(port);
      assert.equal(objectAt(vif, 'network').bridge, bridge);
      const isOnSwitch = bridge !== null && !bridge.startsWith('brq') && port['binding:vif_type'] !== 'bridge';
      assert.equal(vif.ovs_interfaceid, isOnSwitch ? PORT_ID : null);
    });
  }
});
