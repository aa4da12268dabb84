import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PYTHON = '/usr/bin/python3';
const SCHEMA = '/usr/share/libvirt/schemas/domaincommon.rng';

/** What libvirt's two judges say of a device; undefined where one has nothing against it. */
export interface Verdict {
  readonly schema: string | undefined;
  readonly parser: string | undefined;
}

/** What of the judges this machine lacks. */
export function missingJudges(): readonly string[] {
  const runs = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args).status === 0;
  return [
    ...(runs('xmllint', '--version') ? [] : ['xmllint']),
    ...(runs(PYTHON, '-c', 'import libvirt') ? [] : ['python3-libvirt']),
    ...(existsSync(SCHEMA) ? [] : [SCHEMA]),
  ];
}

/** How many files xmllint is given at once. */
const BATCH = 1000;

/** What xmllint says of each of the files, all of which hold an element of that name. */
function askSchema(folder: string, files: readonly string[]): readonly (string | undefined)[] {
  const schema = path.join(folder, 'schema.rng');
  writeFileSync(
    schema,
    `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="file://${SCHEMA}"/>
<start><choice><ref name="interface"/><ref name="hostdev"/></choice></start></grammar>`,
  );
  const said = new Map<string, string>();
  for (let at = 0; at < files.length; at += BATCH) {
    const { stderr } = spawnSync(
      'xmllint',
      ['--noout', '--nonet', '--relaxng', schema, ...files.slice(at, at + BATCH)],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    for (const [, file = '', what = ''] of stderr.matchAll(/^(\S+) (validates|fails to validate)$/gm))
      said.set(file, what);
  }
  return files.map((file) => {
    const what = said.get(file);
    assert.ok(what !== undefined, `xmllint said nothing of ${file}`);
    return what === 'validates' ? undefined : what;
  });
}

/** What libvirt's parser says of each of the devices. */
function askParser(devices: readonly string[]): readonly (string | undefined)[] {
  const { stdout, stderr } = spawnSync(PYTHON, [path.join(import.meta.dirname, 'define.py')], {
    encoding: 'utf8',
    input: devices.map((device) => `${JSON.stringify(device)}\n`).join(''),
    maxBuffer: 1 << 28,
  });
  const answers = stdout.split('\n').slice(0, -1);
  assert.equal(answers.length, devices.length, stderr);
  return answers.map((answer) => (JSON.parse(answer) as string | null) ?? undefined);
}

/** Asks both judges for all of these devices, each judge once. */
export function judge(devices: readonly string[]): readonly Verdict[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'vif-libvirt-'));
  try {
    const files = devices.map((device, index) => {
      const file = path.join(folder, `${index}.xml`);
      writeFileSync(file, device);
      return file;
    });
    const schema = askSchema(folder, files);
    const parser = askParser(devices);
    return devices.map((_, index) => ({ schema: schema[index], parser: parser[index] }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
