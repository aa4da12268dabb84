import assert from 'node:assert/strict';
import { readDriver } from '../../../server/src/driver/read';
import { KNOWN_VIF_TYPES } from '../../../server/src/languageFeatures/completion/vifTypes';
import { parseTemplateFile } from '../../../server/src/template/parse';
import { examples } from './examples';
import { read } from './files';
import { placeholdersOf, shippedTemplate, templatesOf } from './templates';

const COMPUTE_KEY = 'mac_address';

function assertUses(template: string, keys: readonly string[]): void {
  assert.deepEqual(placeholdersOf(template).sort(), [COMPUTE_KEY, ...keys].sort());
}

const shipped = read('templates/nova.vif.xml');
const early = examples.filter(({ vifType }) => vifType !== 'bridge');
const isEarly = (vifType: string): boolean => early.some((example) => example.vifType === vifType);

describe('The templates that ship', () => {
  it('are there for each VIF type that is known, without any problem', () => {
    const file = parseTemplateFile(shipped, { uri: 'file:///nova.vif.xml', vifType: 'nova' });
    assert.deepEqual(file.problems, []);
    assert.deepEqual(
      file.templates.map(({ vifType }) => vifType),
      KNOWN_VIF_TYPES,
    );
  });
});

describe("The templates for today's Nova", () => {
  const todays = [...templatesOf(shipped)].filter(([vifType]) => !isEarly(vifType));
  const source = { uri: 'file:///d.py', language: 'python', text: read('drivers/nova_vif_driver.py') } as const;
  const driver = readDriver(source, () => undefined).classes.find(({ className }) => className === 'NovaVifDriver');
  const keys = driver?.keys.map(({ key }) => key) ?? [];

  it('have placeholders for the keys of NovaVifDriver, all of them and no others', () => {
    assert.equal(driver?.complete, true);
    const used = new Set(todays.flatMap(([, template]) => placeholdersOf(template)));
    assert.deepEqual([...used].sort(), [...keys].sort());
  });

  it('are preceded by a comment that says what each key means', () => {
    const comment = shipped.slice(0, shipped.indexOf('-->'));
    for (const key of keys) assert.match(comment, new RegExp(`^ {4}${key} {3,}\\S`, 'm'));
  });

  for (const [vifType] of todays) {
    it(`${vifType}: the comment above says what it is`, () => {
      const above = shipped.slice(0, shipped.indexOf(`<template vif-type="${vifType}">`));
      assert.match(above.slice(above.lastIndexOf('<!--')), new RegExp(`^<!--\\s+${vifType}: [a-zA-Z]`));
    });
  }
});

describe('The templates for the early Nova', () => {
  for (const { vifType, keys } of examples) {
    it(`${vifType}: the placeholders are the driver's keys and ${COMPUTE_KEY}`, () => {
      assertUses(shippedTemplate(vifType), keys);
    });
  }

  for (const { vifType, keys } of early) {
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
