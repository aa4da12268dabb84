import { deepEqual, match } from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Question } from '../../../server/src/judges/judge';
import { machineJudges } from '../../../server/src/judges/machineJudges';
import { isThere, skipWithout } from '../shipped/programs';

const NEVER = new AbortController().signal;
const SOUND = "<interface type='bridge'><source bridge='br0'/></interface>";
const device = (xml: string): Question => ({ kind: 'device', xml });

describe("libvirt's judges on this machine", () => {
  before(function () {
    const missing = ['xmllint', 'virsh'].filter((program) => !isThere(program));
    const schemas = '/usr/share/libvirt/schemas';
    skipWithout(this, existsSync(schemas) ? missing : [...missing, schemas]);
  });

  it('accept a sound interface, and a hostdev', async () => {
    const accepted = [{ program: 'xmllint' }, { program: 'virsh' }];
    deepEqual(await machineJudges([]).ask(device(SOUND), NEVER), accepted);
    const hostdev = "<hostdev mode='subsystem' type='pci'><source><address bus='0x01'/></source></hostdev>";
    deepEqual(await machineJudges([]).ask(device(hostdev), NEVER), accepted);
  });

  it('say what they have against one', async () => {
    const text = "<interface type='bridge'><mac address='01:16:3e:00:00:01'/><source bridge='br0'/></interface>";
    const [schema, parser] = await machineJudges([]).ask(device(text), NEVER);
    match(schema?.complaint ?? '', /devices/);
    match(parser?.complaint ?? '', /^XML error: expected unicast mac address, found multicast/);
  });

  it('are asked by the kind of what they judge: the parser of a domain as it is, the schema of its devices', async () => {
    const whole = "<domain type='kvm'><name>a</name><memory>1</memory><os><type>hvm</type></os></domain>";
    deepEqual(await machineJudges([]).ask({ kind: 'domain', xml: whole }, NEVER), [{ program: 'virsh' }]);
    const [nameless] = await machineJudges([]).ask(
      { kind: 'domain', xml: whole.replace(/<name>.*<.name>/, '') },
      NEVER,
    );
    match(nameless?.complaint ?? '', /name/);
    deepEqual(await machineJudges([]).ask({ kind: 'device-of-domain', xml: SOUND }, NEVER), [{ program: 'xmllint' }]);
  });
});

describe("libvirt's judges elsewhere", () => {
  let folder = '';
  const { PATH } = process.env;
  const program = (name: string, script: string): void => {
    writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(path.join(folder, name), 0o755);
  };

  before(function () {
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(path.join(tmpdir(), 'vif-judges-'));
    process.env.PATH = folder;
  });

  after(() => {
    process.env.PATH = PATH;
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  it('are not asked where they are not installed', async () => {
    const judgements = await machineJudges([]).ask(device(SOUND), NEVER);
    deepEqual(judgements, [
      { program: 'xmllint', unasked: 'it is not installed' },
      { program: 'virsh', unasked: 'it is not installed' },
    ]);
  });

  it('are never taken out of a folder of the workspace', async () => {
    program('virsh', 'echo "error: taken" >&2; exit 1');
    const [, outside] = await machineJudges([]).ask(device(SOUND), NEVER);
    deepEqual(outside, { program: 'virsh', complaint: 'taken' });
    const [, inside] = await machineJudges([folder]).ask(device(SOUND), NEVER);
    deepEqual(inside, { program: 'virsh', unasked: 'it is not installed' });
  });
});
