import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { skipWithout } from '../../unit/shipped/programs';
import { asObject, type JsonObject } from '../../unit/shipped/files';
import { Clouds, cloudWithKeystone, openCloud } from './cloud';
import { missingPackages, PYTHON } from './debian';
import { listen } from './freePort';
import { canonical, complaintOfLibvirt } from './judges';
import { letIn } from './keystone';
import { NeutronServer } from './neutronServer';
import { BOUND, createNetworks, createPort, FAILED, OTHERWISE, UNBOUND, type PortWish } from './ports';
import { renderInPane, renderInTerminal, renderTwice, type Rendering } from './rendering';

const NOBODYS_PORT = '00000000-0000-4000-8000-000000000000';

/** What this host calls the devices of the ports' PCI address: Nova is told the same. */
const DEVICES: Readonly<Record<string, string>> = { vdpa: '/dev/vhost-vdpa-0', macvtap: 'eth1' };

/** What Nova itself makes of each port, by the port's id. */
async function novasInterfaces(endpoint: string): Promise<JsonObject> {
  const script = path.join(import.meta.dirname, 'nova_interfaces.py');
  const { stdout } = await promisify(execFile)(PYTHON, [script, endpoint]);
  return asObject(JSON.parse(stdout), "Nova's answer");
}

describe('NeutronPortDriver with a real Neutron', () => {
  const ports = new Map<PortWish, JsonObject>();
  let neutron: NeutronServer | undefined;
  let clouds: Clouds | undefined;
  let nova: JsonObject = {};

  before(async function () {
    this.timeout(90_000);
    skipWithout(this, missingPackages());
    clouds = new Clouds();
    neutron = await NeutronServer.start();
    clouds.write({ here: openCloud(neutron.endpoint) });
    const networks = await createNetworks(neutron.endpoint);
    for (const wish of [...BOUND, OTHERWISE, UNBOUND, FAILED]) {
      ports.set(wish, await createPort(neutron.endpoint, networks, wish));
    }
    nova = await novasInterfaces(neutron.endpoint);
  });

  after(async () => {
    await neutron?.stop();
    clouds?.dispose();
  });

  /** How a port is rendered; `network` adds to the request. */
  function renderingOf(wish: PortWish, network: JsonObject = {}): Rendering {
    assert.ok(clouds);
    const { vifType, vnicType = 'normal' } = wish;
    const instance = { devices: { '0000:0a:00.1': DEVICES[vnicType] ?? 'eth1' } };
    const request = { instance, network: { port_id: ports.get(wish)?.id, cloud: 'here', ...network } };
    return { vifType, request, environment: clouds.environment() };
  }

  for (const wish of BOUND) {
    it(`renders what Nova makes of the port, and libvirt accepts: ${wish.name}`, async () => {
      assert.ok(clouds);
      const port = ports.get(wish);
      assert.equal(port?.['binding:vif_type'], wish.vifType);
      const { xml, message } = await renderInTerminal(clouds, renderingOf(wish));
      assert.ok(xml !== null, message);
      const expected = asObject(nova[String(port.id)], wish.name);
      assert.equal(canonical(xml), canonical(String(expected.xml)));
      assert.equal(complaintOfLibvirt(xml, clouds.folder), undefined);
    });
  }

  it('renders in the pane too, and finds the cloud without being told its name', async () => {
    const [wish] = BOUND;
    assert.ok(wish && clouds);
    const { xml, message } = await renderInPane(clouds, renderingOf(wish, { cloud: undefined }));
    assert.match(xml ?? message, /<mtu size='1400'\/>/);
  });

  it("finds Neutron in Keystone's catalogue", async () => {
    const [wish] = BOUND;
    assert.ok(wish && clouds && neutron);
    const keystone = createServer(letIn(neutron.endpoint));
    const port = await listen(keystone);
    clouds.write({ here: openCloud(neutron.endpoint), there: cloudWithKeystone(`http://127.0.0.1:${port}`) });
    try {
      const { xml, message } = await renderInTerminal(clouds, renderingOf(wish, { cloud: 'there' }));
      assert.match(xml ?? message, /<mtu size='1400'\/>/);
    } finally {
      keystone.close();
      clouds.write({ here: openCloud(neutron.endpoint) });
    }
  });

  const REFUSED: readonly (readonly [what: string, wish: PortWish, network: JsonObject, message: RegExp])[] = [
    ['not bound', UNBOUND, {}, /The port [-0-9a-f]{36} is not bound: it has no host yet\./],
    ['one whose binding failed', FAILED, {}, /could not be bound on the host 'elsewhere' as 'normal'\./],
    [
      'not there',
      UNBOUND,
      { port_id: NOBODYS_PORT },
      new RegExp(
        String.raw`Neutron at http://127\.0\.0\.1:\d+ has no port ${NOBODYS_PORT} that these credentials may see\.`,
      ),
    ],
    [
      'bound as another VIF type than the one that is selected',
      OTHERWISE,
      {},
      /The port [-0-9a-f]{36} is bound as 'bridge', and 'ovs' is selected\. Select 'bridge', or set it as 'type'/,
    ],
  ];
  for (const [what, wish, network, expected] of REFUSED) {
    it(`says so, in the terminal and in the pane, where the port is ${what}`, async () => {
      assert.ok(clouds);
      const rendering = { ...renderingOf(wish, network), vifType: 'ovs' };
      for (const { xml, message } of await renderTwice(clouds, rendering)) {
        assert.equal(xml, null);
        assert.match(message, expected);
      }
    });
  }
});
