import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { RenderAnswer } from '../../server/src/wire/protocol';
import { Client, until } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const DRIVER = 'qbh_driver.py';
const RETURN = "return {'source_device': 'eth5', 'profile_name': 'p'}";
const RAISE = "if network: raise ValueError('no such port')";
const BEFORE = 'The values are those that the driver gave before.';

/** A driver whose method consists of some lines. */
function driverOf(...body: readonly string[]): string {
  const lines = body.map((line) => `        ${line}\n`);
  return `class QbhDriver:\n    def getVIFConfiguration(self, instance, network):\n${lines.join('')}`;
}

describe('after a run that gave nothing', () => {
  let example: ReturnType<typeof copyExample>;
  let server: Client;

  beforeEach(async () => {
    example = copyExample('802.1Qbh');
    server = await Client.start({ folder: example.folder, trusted: true, liveRenderings: true });
    await server.open(TEMPLATE);
    await server.open(DRIVER, driverOf(RETURN));
  });
  afterEach(async () => {
    await server.stop();
    example.dispose();
  });

  const render = (): Promise<RenderAnswer> => server.render({ uri: server.uri(TEMPLATE) });
  const fail = async (): Promise<RenderAnswer> => {
    await server.edit(DRIVER, RETURN, `${RAISE}\n        ${RETURN}`);
    return render();
  };
  /** Waits for a rendering that is told of and whose XML holds something. */
  const told = (text: string): Promise<RenderAnswer> =>
    until(`a rendering with ${text}`, () => {
      const last = server.renderings.at(-1);
      return last?.xml?.includes(text) ? last : undefined;
    });

  it('keeps what the driver gave before, marked stale, and follows edits of the template with it', async () => {
    await render();
    const failed = await fail();
    assert.match(failed.xml ?? '', /dev='eth5' mode='private'/);
    assert.deepEqual([failed.stale, failed.outdated], [true, null]);
    assert.match(failed.message ?? '', /^The driver .* failed: ValueError: no such port .*\. The values are those/);
    await server.edit(TEMPLATE, "mode='private'", "mode='vepa'");
    const followed = await told("dev='eth5' mode='vepa'");
    assert.deepEqual([followed.stale, followed.message], [true, failed.message]);
    assert.deepEqual(
      followed.pieces.map(({ key }) => key),
      ['mac_address', 'source_device', 'profile_name'],
    );
  });

  it('says what is wrong with the template as well, and keeps the last XML that there was', async () => {
    await render();
    const { message } = await fail();
    await server.edit(TEMPLATE, "mode='private'", "mode='private");
    const broken = await until('the fault of the template', () =>
      server.renderings.findLast((answer) => answer.message?.startsWith(`${TEMPLATE}, line`)),
    );
    assert.ok(broken.message?.endsWith(` ${message ?? ''}`), broken.message ?? '');
    assert.match(broken.xml ?? '', /mode='private'/);
    await server.edit(TEMPLATE, "mode='private", "mode='vepa'");
    assert.equal((await told("mode='vepa'")).message, message);
  });

  it('reports the failure at the driver, and blames the template for nothing before the driver gives values again', async () => {
    await server.edit(TEMPLATE, "mode='private'", 'mode=${profile_name}');
    await render();
    await server.codes(TEMPLATE, ['render.rejected']);
    await fail();
    await server.codes(DRIVER, ['driver.failed']);
    await server.codes(TEMPLATE, []);
    await server.edit(TEMPLATE, "type='virtio'", "type='e1000'");
    await told("type='e1000'");
    await server.codes(TEMPLATE, []);
    await server.codes(DRIVER, ['driver.failed']);
  });

  it('is up to date again with the next run that goes well', async () => {
    await render();
    await fail();
    await server.edit(DRIVER, RAISE, 'pass');
    await server.edit(DRIVER, 'eth5', 'eth6');
    await until('the remark', () => server.renderings.at(-1)?.outdated ?? undefined);
    const { xml, stale, message } = await render();
    assert.match(xml ?? '', /dev='eth6'/);
    assert.deepEqual([stale, message], [false, null]);
  });

  it('has nothing to follow with where no run ever went well', async () => {
    const { xml, stale, message } = await fail();
    assert.deepEqual([xml, stale], [null, false]);
    assert.ok(!message?.includes(BEFORE));
  });

  it('keeps what there was where the run is cancelled, and follows with it while the run is under way', async () => {
    await render();
    const mark = path.join(example.folder, 'started');
    await server.edit(DRIVER, RETURN, `import time; open(${JSON.stringify(mark)}, 'w'); time.sleep(60)`);
    const run = server.cancellable('workspace/executeCommand', {
      command: 'openstackVif.render',
      arguments: [{ uri: server.uri(TEMPLATE) }],
    });
    await until('the run', () => existsSync(mark) || undefined);
    await server.edit(TEMPLATE, "mode='private'", "mode='vepa'");
    assert.equal((await told("dev='eth5' mode='vepa'")).outdated, 'driver');
    run.cancel();
    const cancelled = (await run.answer) as RenderAnswer;
    assert.equal(cancelled.message, `The run of qbh_driver.QbhDriver was cancelled. ${BEFORE}`);
    assert.match(cancelled.xml ?? '', /dev='eth5' mode='vepa'/);
    await server.edit(TEMPLATE, "mode='vepa'", "mode='bridge'");
    assert.equal((await told("dev='eth5' mode='bridge'")).stale, true);
  });
});
