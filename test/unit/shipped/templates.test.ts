import assert from 'node:assert/strict';
import { examples } from './examples';
import { read } from './files';
import { placeholdersOf, templatesOf } from './templates';

const COMPUTE_KEY = 'mac_address';

function assertUses(template: string, keys: readonly string[]): void {
  assert.deepEqual(placeholdersOf(template).sort(), [COMPUTE_KEY, ...keys].sort());
}

describe('The templates that ship', () => {
  const shipped = read('templates/nova.vif.xml');

  it('are there for five VIF types', () => {
    assert.deepEqual(
      [...templatesOf(shipped).keys()],
      examples.map(({ vifType }) => vifType),
    );
  });

  for (const { vifType, keys } of examples) {
    it(`${vifType}: the placeholders are the driver's keys and ${COMPUTE_KEY}`, () => {
      assertUses(templatesOf(shipped).get(vifType) ?? '', keys);
    });

    it(`${vifType}: the comment above the template says what each key means`, () => {
      const above = shipped.slice(0, shipped.indexOf(`<template vif-type="${vifType}">`));
      const comment = above.slice(above.lastIndexOf('<!--'));
      for (const key of keys) assert.match(comment, new RegExp(`^ {4}${key} {3,}\\S`, 'm'));
    });
  }
});

describe('The examples', () => {
  for (const { vifType, driver, keys } of examples) {
    it(`${vifType}: the template's placeholders are the driver's keys and ${COMPUTE_KEY}`, () => {
      assertUses(read(`examples/${vifType}/${vifType}.vif.xml`), keys);
    });

    it(`${vifType}: nova.conf selects this VIF type and this driver`, () => {
      const novaConf = read(`examples/${vifType}/nova.conf`);
      assert.match(novaConf, new RegExp(`^(--)?libvirt_vif_type ?= ?${vifType}$`, 'm'));
      assert.match(novaConf, new RegExp(`^(--)?(libvirt_)?vif_driver ?= ?${driver}$`, 'm'));
    });
  }

  it("proposal: the template is the proposal's, to the letter", () => {
    assert.equal(
      read('examples/proposal/802.1Qbh.vif.xml'),
      `<interface type='direct'>
  <mac address=\${mac_address}/>
  <source dev=\${device_name} mode='private' />
  <virtualport type='802.1Qbh'>
    <parameters profileid=\${profile_name}/>
  </virtualport>
  <model type='virtio' />
</interface>
`,
    );
  });

  it("proposal: nova.conf has the proposal's spelling", () => {
    const novaConf = read('examples/proposal/nova.conf');
    assert.match(novaConf, /^--libvirtVIFType=802\.1Qbh$/m);
    assert.match(novaConf, /^--libvirtVIFDriver=proposal_driver\.ProposalDriver$/m);
  });
});
