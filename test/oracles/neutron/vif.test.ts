import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { objectAt, pathOf, type JsonObject } from '../../unit/shipped/files';
import { skipWithout } from '../../unit/shipped/programs';
import { missingPackages, PYTHON } from './debian';

const TYPES = ['ovs', 'agilio_ovs', 'bridge', 'vhostuser', 'macvtap', 'hw_veb', 'hostdev_physical', 'ib_hostdev'];
const OTHER_TYPES = ['ivs', 'midonet', 'tap', 'vrouter', 'iovisor', '802.1qbh', '802.1qbg'];
const BRIDGES = [{}, { bridge_name: 'br100' }, { bridge_name: 'tbr-0123456789abcdef' }];
const PLUGS = [
  {},
  { vhostuser_ovs_plug: true },
  { vhostuser_fp_plug: true },
  { vhostuser_ovs_plug: true, vhostuser_fp_plug: true },
];
const KINDS = [{}, { 'binding:vnic_type': 'direct', 'binding:profile': { pci_slot: '0000:0a:00.1' } }];

const NETWORK = { id: 'ab314c4b-a324-4c27-8d00-0c0b8ece7d1c', name: 'net', mtu: 1450, tenant_id: 'p' };
const PORT = {
  id: '7f0f4c2a-4a1c-4f0e-9c33-0d6a3f0a1b5c',
  network_id: NETWORK.id,
  mac_address: 'fa:16:3e:80:89:89',
  fixed_ips: [],
  admin_state_up: true,
  status: 'DOWN',
};

/** A port of each VIF type, with each combination of what may decide how Nova describes it. */
const PORTS: readonly JsonObject[] = [...TYPES, ...OTHER_TYPES].flatMap((type) =>
  BRIDGES.flatMap((bridge) =>
    PLUGS.flatMap((plug) =>
      KINDS.map((kind) => ({
        ...PORT,
        ...kind,
        'binding:vif_type': type,
        'binding:vif_details': { ...bridge, ...plug },
      })),
    ),
  ),
);

function vifs(...args: readonly string[]): readonly JsonObject[] {
  const input = JSON.stringify(PORTS.map((port) => [port, NETWORK]));
  const { stdout, stderr, status } = spawnSync(PYTHON, args, { input, encoding: 'utf8', maxBuffer: 1e8 });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as JsonObject[];
}

const OURS = `
import json, sys
sys.path.insert(0, sys.argv[1])
from neutron_port.vif import vif_of
json.dump([vif_of(*asked) for asked in json.load(sys.stdin)], sys.stdout)
`;

describe('The VIF that NeutronPortDriver makes of a port', () => {
  before(function () {
    skipWithout(this, missingPackages());
  });

  it(`is Nova's own: ${PORTS.length} ports`, () => {
    const theirs = vifs(path.join(import.meta.dirname, 'nova_vifs.py'));
    const ours = vifs('-B', '-c', OURS, pathOf('drivers'));
    // Nova keeps more of a port, and keeps the MTU in the network's "meta".
    const shared = theirs.map((vif, index) => {
      const { meta, ...network } = objectAt(vif, 'network') as { readonly meta?: JsonObject };
      const all: JsonObject = {
        ...vif,
        network: pick({ ...network, ...meta }, objectAt(ours[index] ?? {}, 'network')),
      };
      return pick(all, ours[index] ?? {});
    });
    assert.deepEqual(ours, shared);
  });
});

/** The keys of an object that another has as well. */
function pick(object: JsonObject, like: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(like).map((key) => [key, object[key]]));
}
