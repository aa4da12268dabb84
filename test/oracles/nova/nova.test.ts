import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vif } from '../../cli/vif';
import { judge, missingJudges } from '../libvirt/judges';
import { skipWithout } from '../../unit/shipped/programs';
import { DriverLoop, missingForNova, NovaOracle, withOneElement } from './novaOracle';
import { novaCases, type NovaCase } from './requests';
import { renderingService, renderValues, TEMPLATES } from './rendered';

const made = novaCases.filter(({ refused }) => !refused);
const refused = novaCases.filter((one): one is Required<NovaCase> => one.refused !== undefined);

/** Of the devices of the cases, those that one of libvirt's judges refuses, and why. */
function refusedByLibvirt(devices: readonly string[]): readonly string[] {
  return judge(devices).flatMap(({ schema, parser }, index) =>
    schema === undefined && parser === undefined ? [] : [`${made[index]?.name ?? ''}: ${parser ?? schema ?? ''}`],
  );
}

describe("Nova's own interfaces and those of templates/nova.vif.xml with NovaVifDriver", () => {
  let nova: NovaOracle;
  let driver: DriverLoop;
  let rendered: Awaited<ReturnType<typeof renderingService>>;
  let folder = '';

  before(async function () {
    skipWithout(this, missingForNova());
    nova = new NovaOracle();
    driver = new DriverLoop();
    rendered = await renderingService();
    folder = mkdtempSync(path.join(tmpdir(), 'vif-'));
  });

  after(() => {
    (nova as NovaOracle | undefined)?.stop();
    (driver as DriverLoop | undefined)?.stop();
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  async function xmlOfNova(request: NovaCase): Promise<string> {
    const answer = await nova.write(request);
    assert.ok('xml' in answer, JSON.stringify(answer));
    return answer.xml;
  }

  async function xmlOfTheDriver(request: NovaCase): Promise<string> {
    const answer = await driver.run(request);
    assert.ok('values' in answer, JSON.stringify(answer));
    return renderValues(request.network.type, answer.values);
  }

  function requestFile({ instance, network }: NovaCase): string {
    const file = path.join(folder, 'case.json');
    writeFileSync(file, JSON.stringify({ instance, network }));
    return file;
  }

  it('are compared in 40 cases in which Nova writes one, and 11 in which it refuses', () => {
    assert.deepEqual([made.length, refused.length], [40, 11]);
  });

  for (const request of made) {
    it(`${request.name}: the same XML`, async () => {
      const answer = await rendered(request);
      assert.ok('xml' in answer, JSON.stringify(answer));
      const expected = withOneElement(await xmlOfNova(request));
      assert.equal(await nova.canonical(answer.xml), await nova.canonical(expected));
    });
  }

  for (const request of refused) {
    it(`${request.name}: both refuse`, async () => {
      assert.ok('refused' in (await nova.write(request)));
      const answer = await rendered(request);
      assert.match('refused' in answer ? answer.refused : answer.xml, request.refused);
    });
  }

  it('libvirt accepts each of ours, and of those of Nova all but 802.1qbg', async function () {
    skipWithout(this, missingJudges());
    const ours = await Promise.all(made.map(xmlOfTheDriver));
    assert.deepEqual(refusedByLibvirt(ours), []);
    const theirs = await Promise.all(made.map(xmlOfNova));
    assert.deepEqual(refusedByLibvirt(theirs), [
      "802.1qbg: XML error: missing typeid in <virtualport type='802.1Qbg'>",
    ]);
  });
  const ON_THE_COMMAND_LINE = ['bridge, bandwidth', 'ovs', '802.1qbh, macvtap', 'hostdev_physical'];
  for (const name of ON_THE_COMMAND_LINE) {
    it(`${name}: the same on the command line`, async () => {
      const request = made.find((one) => one.name === name);
      assert.ok(request);
      const args = [
        '--template',
        TEMPLATES,
        '--driver',
        'NovaVifDriver',
        '--request',
        requestFile(request),
        '--strict',
      ];
      const { code, stdout, stderr } = vif(folder, 'render', ...args);
      assert.deepEqual([code, stderr], [0, '']);
      assert.equal(await nova.canonical(stdout), await nova.canonical(await xmlOfNova(request)));
    });
  }

  it('binding_failed: the command line says why, and fails', () => {
    const request = refused.find(({ name }) => name === 'binding_failed');
    assert.ok(request);
    const args = ['--template', TEMPLATES, '--driver', 'NovaVifDriver', '--request', requestFile(request)];
    const { code, stdout, stderr } = vif(folder, 'render', ...args);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^vif: The driver NovaVifDriver failed: .*Neutron could not bind the port to this host/m);
  });
});
