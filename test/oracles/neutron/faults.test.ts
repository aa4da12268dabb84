import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { skipWithout } from '../../unit/shipped/programs';
import type { JsonObject } from '../../unit/shipped/files';
import { Clouds, cloudWithKeystone, openCloud, PASSWORD } from './cloud';
import { missingPackages, PYTHON } from './debian';
import { freePort, listen } from './freePort';
import { answer, letIn, refuse } from './keystone';
import { renderInTerminal, renderTwice, type Rendered } from './rendering';

const PORT_ID = '7f0f4c2a-4a1c-4f0e-9c33-0d6a3f0a1b5c';

/** Answers as Neutron does where the user may not see ports. */
const forbid: RequestListener = ({ url, headers }, response) => {
  const links = [{ rel: 'self', href: `http://${headers.host ?? ''}/v2.0/` }];
  if (url === '/') answer(response, 200, { versions: [{ id: 'v2.0', status: 'CURRENT', links }] });
  else answer(response, 403, {});
};

/** Makes a Python without Debian's modules; gives the folder of its programs. */
function bareProgramsIn(folder: string): string {
  const { status, stderr } = spawnSync(PYTHON, ['-m', 'venv', '--without-pip', folder], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return path.join(folder, 'bin');
}

/** One way in which there is no answer. */
interface Fault {
  readonly what: string;
  /** Opens a service that does not do its part. Without it nothing listens. */
  readonly service?: () => Server;
  /** Gives the clouds of clouds.yaml, for an address where the service is. */
  readonly clouds?: (address: string) => Readonly<Record<string, JsonObject>>;
  readonly network?: JsonObject;
  readonly variables?: Readonly<Record<string, string>>;
  readonly message: RegExp;
}

/** What happens on the way to Neutron. */
const ON_THE_WAY: readonly Fault[] = [
  {
    what: 'Neutron is down',
    clouds: (address) => ({ here: openCloud(address) }),
    message: /Neutron at http:\/\/127\.0\.0\.1:\d+ cannot be reached: Connection refused\. See that it runs/,
  },
  {
    what: 'Neutron never answers',
    service: () => createServer(),
    clouds: (address) => ({ here: openCloud(address) }),
    message: /Neutron at http:\/\/127\.0\.0\.1:\d+ did not answer within 3 s\./,
  },
  {
    what: 'Keystone is down',
    clouds: (address) => ({ here: cloudWithKeystone(address) }),
    message: /Keystone at http:\/\/127\.0\.0\.1:\d+\/v3 cannot be reached: Connection refused\./,
  },
  {
    what: 'Keystone never answers',
    service: () => createServer(),
    clouds: (address) => ({ here: cloudWithKeystone(address) }),
    message: /Keystone at http:\/\/127\.0\.0\.1:\d+\/v3 did not answer within 3 s\./,
  },
  {
    what: 'Keystone refuses the credentials',
    service: () => createHttpServer(refuse),
    clouds: (address) => ({ here: cloudWithKeystone(address) }),
    message: /Keystone at http:\/\/127\.0\.0\.1:\d+\/v3 refused the credentials \(HTTP 401\)\. Check them/,
  },
  {
    what: 'the catalogue has no Neutron',
    service: () => createHttpServer(letIn()),
    clouds: (address) => ({ here: cloudWithKeystone(address) }),
    message: /The catalogue of the cloud 'here' has no network service\./,
  },
  {
    what: 'Neutron does not let the user ask',
    service: () => createHttpServer(forbid),
    clouds: (address) => ({ here: openCloud(address) }),
    message: /Neutron at http:\/\/127\.0\.0\.1:\d+ does not let these credentials ask that \(HTTP 403\)\./,
  },
  {
    what: 'what answers is no Neutron',
    service: () => createHttpServer((_, response) => response.end('Hello')),
    clouds: (address) => ({ here: openCloud(address) }),
    message: /Neutron at http:\/\/127\.0\.0\.1:\d+ answers, but not as Neutron does\./,
  },
  { what: 'no cloud is configured', message: /No cloud is configured\. Write ~\/\.config\/openstack\/clouds\.yaml/ },
];

/** What keeps the driver from setting out. */
const BEFORE: readonly Fault[] = [
  {
    what: 'no cloud is chosen',
    clouds: (address) => ({ here: openCloud(address), there: openCloud(address) }),
    network: { port_id: PORT_ID },
    message: /No cloud is chosen\. .* OS_CLOUD: .*clouds\.yaml has here, there\./,
  },
  {
    what: 'the cloud is not in clouds.yaml',
    clouds: (address) => ({ there: openCloud(address) }),
    network: { port_id: PORT_ID, cloud: 'here' },
    message: /There is no cloud 'here': .*clouds\.yaml has there\./,
  },
  {
    what: 'a setting of the cloud is missing',
    variables: { OS_USERNAME: 'admin', OS_PASSWORD: PASSWORD },
    message: /The cloud is not configured well: .*auth_url/,
  },
  { what: 'the request names no port', network: {}, message: /has no 'port_id': the UUID of a port/ },
  {
    what: 'the request names a port by its name',
    network: { port_id: 'web-1' },
    message: /The 'port_id' of the request's network is 'web-1', and that is no UUID of a port\./,
  },
  {
    what: "the request's id is that of no port",
    network: { id: 1 },
    message: /The 'id' of the request's network is 1, and/,
  },
];

describe('NeutronPortDriver where nobody answers it', () => {
  let clouds: Clouds | undefined;
  let server: Server | undefined;

  before(function () {
    skipWithout(this, missingPackages());
  });
  beforeEach(() => {
    clouds = new Clouds();
  });
  afterEach(() => {
    server?.close();
    server = undefined;
    clouds?.dispose();
  });

  /** What comes of a rendering where a fault is. */
  async function renderedWith(fault: Fault, render: typeof renderTwice): Promise<readonly Rendered[]> {
    assert.ok(clouds);
    server = fault.service?.();
    const port = await (server ? listen(server) : freePort());
    if (fault.clouds) clouds.write(fault.clouds(`http://127.0.0.1:${port}`));
    const request = { instance: {}, network: fault.network ?? { port_id: PORT_ID } };
    return render(clouds, { vifType: 'bridge', request, environment: clouds.environment(fault.variables) });
  }

  function assertTold({ message }: Fault, rendered: readonly Rendered[]): void {
    for (const { xml, message: told } of rendered) {
      assert.equal(xml, null);
      assert.match(told, message);
      assert.doesNotMatch(told, new RegExp(PASSWORD));
    }
  }

  for (const fault of ON_THE_WAY) {
    it(`says so, in the terminal and in the pane, where ${fault.what}`, async () => {
      assertTold(fault, await renderedWith(fault, renderTwice));
    });
  }

  for (const fault of BEFORE) {
    it(`says so where ${fault.what}`, async () => {
      assertTold(fault, await renderedWith(fault, async (...of) => [await renderInTerminal(...of)]));
    });
  }

  it('says what to install where Python has no openstacksdk', async () => {
    assert.ok(clouds);
    const bare = new Clouds();
    try {
      const environment = clouds.environment({ PATH: bareProgramsIn(bare.folder) });
      const rendering = { vifType: 'bridge', request: { instance: {}, network: { port_id: PORT_ID } }, environment };
      for (const rendered of await renderTwice(clouds, rendering)) {
        assert.match(
          rendered.message,
          /python3? has no openstacksdk \(No module named 'openstack'\)\. Install Debian's/,
        );
      }
    } finally {
      bare.dispose();
    }
  });
});
