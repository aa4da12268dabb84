import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examples, valuesOf } from './examples';
import { read, readJson } from './files';
import { isThere, skipWithout } from './programs';
import { fill, shippedTemplate } from './templates';

const LIBVIRT_SCHEMA = '/usr/share/libvirt/schemas/domaincommon.rng';

/** libvirt's schema is one of whole domains; this one of its definitions is all that is wanted. */
const INTERFACE_SCHEMA = `<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <include href="file://${LIBVIRT_SCHEMA}"/>
  <start><ref name="interface"/></start>
</grammar>`;

function domainWith(interfaceXml: string): string {
  const inside = interfaceXml.replace(/^<\?xml.*\?>/, '');
  return `<domain type='test'><name>one</name><memory>8192</memory><os><type>hvm</type></os>
<devices>${inside}</devices></domain>`;
}

function missingJudges(): string[] {
  const missing = ['python3', 'virsh', 'xmllint'].filter((program) => !isThere(program));
  return existsSync(LIBVIRT_SCHEMA) ? missing : [...missing, LIBVIRT_SCHEMA];
}

describe("libvirt's own judgement of what is rendered (virsh, xmllint)", () => {
  let folder = '';

  before(function () {
    skipWithout(this, missingJudges());
    folder = mkdtempSync(join(tmpdir(), 'vif-'));
  });

  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  function fileWith(name: string, text: string): string {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  }

  /** The schema knows each element and attribute; libvirt's parser knows which of them a VIF type cannot do without. */
  function judge(interfaceXml: string): { schema: string | undefined; parser: string | undefined } {
    const complaint = (program: string, args: string[]): string | undefined => {
      const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
      return status === 0 ? undefined : stderr;
    };
    const schema = fileWith('interface.rng', INTERFACE_SCHEMA);
    const bare = fileWith('interface.xml', interfaceXml);
    const domain = fileWith('domain.xml', domainWith(interfaceXml));
    return {
      schema: complaint('xmllint', ['--noout', '--nonet', '--relaxng', schema, bare]),
      parser: complaint('virsh', ['-c', 'test:///default', 'define', domain]),
    };
  }

  function assertAccepted(interfaceXml: string): void {
    assert.deepEqual(judge(interfaceXml), { schema: undefined, parser: undefined });
  }

  for (const example of examples) {
    const { vifType } = example;
    it(`accepts the template that ships for ${vifType}`, () => {
      assertAccepted(fill(shippedTemplate(vifType), valuesOf(example, readJson('templates/default-request.json'))));
    });

    it(`accepts examples/${vifType}`, () => {
      const template = read(`examples/${vifType}/${vifType}.vif.xml`);
      assertAccepted(fill(template, valuesOf(example, readJson(`examples/${vifType}/vif-request.json`))));
    });
  }

  it('is no mere nod: each judge refuses what only it can see', () => {
    const unknownElement = "<interface type='bridge'><source bridge='br100'/><modle type='virtio'/></interface>";
    const noProfile = `<interface type='direct'><source dev='eth5' mode='private'/>
      <virtualport type='802.1Qbh'><parameters/></virtualport></interface>`;
    assert.match(judge(unknownElement).schema ?? '', /interface/);
    assert.match(judge(noProfile).parser ?? '', /profileid/);
  });
});
