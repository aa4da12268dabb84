import assert from 'node:assert/strict';
import { examples, runDriver, runExample } from './examples';
import { objectAt, readJson, type JsonObject } from './files';
import { isThere, skipWithout } from './programs';

const requestOf = (vifType: string): JsonObject => readJson(`examples/${vifType}/vif-request.json`);

/** The request with a key of its network changed, or left out. */
function withNetworkKey(request: JsonObject, key: string, value?: unknown): JsonObject {
  return { ...request, network: { ...objectAt(request, 'network'), [key]: value } };
}

describe("The examples' drivers", () => {
  before(function () {
    skipWithout(this, isThere('python3') ? [] : ['python3']);
  });

  for (const example of examples) {
    const { vifType, keys } = example;
    it(`${vifType}: the driver declares its keys and returns just these`, () => {
      const { outputKeys, values = {}, error } = runExample(example, requestOf(vifType));
      assert.equal(error, undefined);
      assert.deepEqual(outputKeys, keys);
      assert.deepEqual(Object.keys(values).sort(), [...keys].sort());
    });

    it(`${vifType}: the driver runs on the default request too`, () => {
      assert.equal(runExample(example, readJson('templates/default-request.json')).error, undefined);
    });
  }

  it('802.1Qbh: the values are those of the proposal', () => {
    const { values } = runDriver('examples/802.1Qbh/qbh_driver.py', 'QbhDriver', requestOf('802.1Qbh'));
    assert.deepEqual(values, { source_device: 'eth5', profile_name: 'enterprise_xyz_dept' });
  });

  it('802.1Qbh: the driver in JavaScript gives the same as the one in Python', () => {
    const requests = [
      requestOf('802.1Qbh'),
      withNetworkKey(requestOf('802.1Qbh'), 'device'),
      withNetworkKey(requestOf('802.1Qbh'), 'port_profile', 'p'.repeat(40)),
    ];
    for (const request of requests) {
      const python = runDriver('examples/802.1Qbh/qbh_driver.py', 'QbhDriver', request);
      assert.deepEqual(runDriver('examples/802.1Qbh/qbh_driver_js.mjs', 'QbhDriver', request), python);
    }
  });

  it("proposal: the dictionary is the proposal's", () => {
    const request = readJson('templates/default-request.json');
    const { values } = runDriver('examples/proposal/proposal_driver.py', 'ProposalDriver', request);
    assert.deepEqual(values, { source_device: 'eth5', profile_name: 'enterprise_xyz_dept' });
  });

  describe('say what is wrong with the request', () => {
    const faults: [vifType: string, key: string, value: unknown, error: RegExp][] = [
      ['bridge', 'bridge', undefined, /has no 'bridge': the bridge of the network/],
      ['bridge', 'ip_address', '', /has no 'ip_address'/],
      ['ethernet', 'mac_address', undefined, /has no 'mac_address'/],
      ['ethernet', 'script', 'ifup', /'script' is 'ifup': libvirt wants an absolute path/],
      ['802.1Qbh', 'device', undefined, /has no 'device': the network device to attach to/],
      ['802.1Qbh', 'port_profile', 'p'.repeat(40), /'p+' is too long: libvirt takes 39/],
      ['802.1Qbg', 'vsi_type_id', undefined, /has no 'vsi_type_id'/],
      ['802.1Qbg', 'vsi_manager_id', 256, /'vsi_manager_id' is 256: libvirt takes 0 to 255/],
      ['openvswitch', 'vif_id', undefined, /has no 'vif_id'/],
      ['openvswitch', 'vif_id', 'port-1', /'vif_id' is 'port-1', and that is no UUID/],
    ];
    for (const [vifType, key, value, error] of faults) {
      it(`${vifType}: ${key} ${value === undefined ? 'missing' : 'wrong'}`, () => {
        const example = examples.find((one) => one.vifType === vifType);
        assert.ok(example);
        assert.match(String(runExample(example, withNetworkKey(requestOf(vifType), key, value)).error), error);
      });
    }
  });
});
