import { deepEqual, equal, ok } from 'node:assert/strict';
import { newInterface } from '../../../server/src/template/newTemplate';
import { readDriver } from '../../../server/src/driver/read';
import { CONF, DRIVER, Scenario, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { examples } from '../shipped/examples';
import { shippedTemplate } from '../shipped/templates';
import { after, offered, titles } from './offered';
import { uriOf } from './workspace';

/** The codes of all problems in these files. */
function codes(texts: Texts): readonly string[] {
  const scenario = new Scenario(texts);
  return Object.keys(texts).flatMap((file) => scenario.problems(file).map(({ code }) => code));
}

const conf = (vifType: string, driver = 'drivers.qbh.QbhDriver'): string =>
  `[DEFAULT]\nlibvirt_vif_type = ${vifType}\nlibvirt_vif_driver = ${driver}\n`;

const CONTAINER = `<vif-templates>
  <template vif-type="a">
    <interface type='bridge'><source bridge='br0'/></interface>
  </template>

  <template vif-type="b">
    <interface type='bridge'><source bridge='br0'/></interface>
  </template>
</vif-templates>
`;

describe('creating the template for a VIF type', () => {
  const inContainer = (container: string, file = 'all.vif.xml'): Texts => ({
    [CONF]: conf('802.1Qbh'),
    [DRIVER]: SOUND[DRIVER] ?? '',
    [file]: container,
  });

  it('puts it into the file that holds the others, as they stand there', () => {
    const texts = inContainer(CONTAINER);
    const made = after({ texts, path: CONF, at: '802' }, "Create a template for '802.1Qbh' in all.vif.xml");
    equal(
      made['all.vif.xml'],
      CONTAINER.replace(
        '</vif-templates>\n',
        `
  <template vif-type="802.1Qbh">
    <interface type='direct'>
      <mac address='\${mac_address}'/>
      <source dev='\${source_device}' mode='private'/>
      <virtualport type='802.1Qbh'>
        <parameters profileid='\${profile_name}'/>
      </virtualport>
      <model type='virtio'/>
    </interface>
  </template>
</vif-templates>
`,
      ),
    );
    deepEqual(codes(made), []);
  });

  const containers: readonly (readonly [name: string, before: string, start: string, end: string])[] = [
    ['an empty root', '<vif-templates/>', '<vif-templates>\n  <template', '  </template>\n</vif-templates>'],
    [
      'a root without templates',
      '<vif-templates>\n</vif-templates>\n',
      '<vif-templates>\n  <template',
      '  </template>\n</vif-templates>\n',
    ],
    [
      'all in one line',
      '<vif-templates></vif-templates>',
      '<vif-templates>\n  <template',
      '  </template>\n</vif-templates>',
    ],
    [
      'a comment behind the root',
      '<vif-templates>\n</vif-templates><!-- </vif-templates> -->',
      '<vif-templates>\n  <template',
      '  </template>\n</vif-templates><!-- </vif-templates> -->',
    ],
    [
      'CRLF',
      '<vif-templates>\r\n</vif-templates>\r\n',
      '<vif-templates>\r\n  <template',
      '  </template>\r\n</vif-templates>\r\n',
    ],
    [
      'tabs',
      '<vif-templates>\n\t<template vif-type="a"><interface type="user"/></template>\n</vif-templates>\n',
      '<vif-templates>\n\t<template vif-type="a"><interface type="user"/></template>\n\t<template',
      '\t</template>\n</vif-templates>\n',
    ],
  ];
  for (const [name, before, start, end] of containers)
    it(`finds the place: ${name}`, () => {
      const made = after(
        { texts: inContainer(before), path: CONF, at: '802' },
        "Create a template for '802.1Qbh' in all.vif.xml",
      );
      const text = made['all.vif.xml'] ?? '';
      ok(text.startsWith(start) && text.endsWith(end), text);
      deepEqual(codes(made), []);
    });

  it('makes a file of its own beside nova.conf where the others are lone interfaces', () => {
    const texts: Texts = { ...SOUND, [CONF]: conf('ethernet') };
    const made = after({ texts, path: CONF, at: 'ethernet' }, 'Create the template ethernet.vif.xml');
    equal(
      made['ethernet.vif.xml'],
      `<!-- The driver also provides \${source_device}, \${profile_name}. -->
<interface type='ethernet'>
  <mac address='\${mac_address}'/>
  <model type='virtio'/>
</interface>
`,
    );
    deepEqual(codes(made), []);
  });

  it('asks a driver that is not read whole for everything that the VIF type has', () => {
    const driver =
      'class QbhDriver(object):\n    def getVIFConfiguration(self, instance, network):\n        return ask(network)\n';
    const texts: Texts = { ...SOUND, [CONF]: conf('ethernet'), [DRIVER]: driver };
    const made = after({ texts, path: CONF, at: 'ethernet' }, 'Create the template ethernet.vif.xml');
    ok(made['ethernet.vif.xml']?.includes("<target dev='${target_device}'/>"));
  });

  it('starts any other VIF type with a bridge', () => {
    const texts: Texts = { ...SOUND, [CONF]: conf('vrouter', 'nova.virt.vif.Driver') };
    const made = after({ texts, path: CONF, at: 'vrouter' }, 'Create the template vrouter.vif.xml');
    ok(made['vrouter.vif.xml']?.startsWith("<interface type='bridge'>"));
  });

  const refused: readonly (readonly [name: string, texts: Texts, createFiles?: boolean])[] = [
    ['where the client cannot create files', { ...SOUND, [CONF]: conf('ethernet') }, false],
    ['for a VIF type that is no name of a file', { ...SOUND, [CONF]: conf('../x') }],
    [
      'where nova.conf names the file itself',
      { ...SOUND, [CONF]: `${conf('ethernet')}libvirt_xml_template = ${TEMPLATE}\n` },
    ],
    ['where there is one', SOUND],
  ];
  for (const [name, texts, createFiles = true] of refused)
    it(`is not offered ${name}`, () => {
      const found = titles({ texts, path: CONF, at: (texts[CONF] ?? '').slice(29, 32), createFiles });
      deepEqual(
        found.filter((title) => title.startsWith('Create')),
        [],
      );
    });

  for (const vifType of ['hostdev_physical', 'ib_hostdev'])
    it(`writes the <hostdev> that ships for ${vifType}`, () => {
      const shipped = shippedTemplate(vifType).replaceAll('\n    ', '\n');
      equal(newInterface(vifType, { driver: [], provides: () => true }).join('\n'), shipped);
    });

  for (const { vifType } of examples)
    it(`writes the interface that ships for ${vifType}, but for nova's network filter`, () => {
      const filter = / *<filterref[^]*<\/filterref>\n/;
      const shipped = shippedTemplate(vifType).replaceAll('\n    ', '\n').replace(filter, '');
      equal(newInterface(vifType, { driver: [], provides: () => true }).join('\n'), shipped);
    });
});

describe('creating the driver for a template', () => {
  const CREATED = `class QbhDriver(object):
    """A VIF driver: it provides the values of the placeholders of a VIF template."""

    output_keys = ['source_device', 'profile_name']

    def getVIFConfiguration(self, instance, network):
        return {
            'source_device': network.get('source_device'),
            'profile_name': network.get('profile_name'),
        }
`;
  const withoutDriver = (driver = 'drivers.qbh.QbhDriver'): Texts => ({
    [CONF]: conf('802.1Qbh', driver),
    [TEMPLATE]: SOUND[TEMPLATE] ?? '',
  });

  it('makes the module that nova.conf selects', () => {
    const texts = withoutDriver();
    const made = after({ texts, path: CONF, at: 'drivers' }, 'Create drivers/qbh.py with the driver QbhDriver');
    equal(made[DRIVER], CREATED);
    deepEqual(codes(made), []);
  });

  it('adds the class to a module that is there', () => {
    const texts = { ...withoutDriver(), [DRIVER]: 'import os\r\n\r\n\r\n' };
    const title = 'Create the driver QbhDriver from the placeholders of its template';
    const made = after({ texts, path: CONF, at: 'drivers' }, title);
    equal(made[DRIVER], `import os\n\n\n${CREATED}`.replaceAll('\n', '\r\n'));
    deepEqual(codes(made), []);
  });

  it('is read back as what it is', () => {
    const keys = ['first', ...Array.from({ length: 12 }, (_, index) => `a_long_key_${index}`)];
    const interfaceOf = `<interface>${keys.map((key) => `\${${key}}`).join('')}\${mac_address}\${first}<!-- \${x} --></interface>`;
    const made = after(
      { texts: { ...withoutDriver(), [TEMPLATE]: interfaceOf }, path: CONF, at: 'drivers' },
      'Create drivers/qbh.py with the driver QbhDriver',
    );
    const source = { uri: uriOf(DRIVER), language: 'python', text: made[DRIVER] ?? '' } as const;
    const [declaration] = readDriver(source, () => undefined).classes;
    const read = declaration?.keys.filter(({ declared }) => declared).map(({ key }) => key);
    deepEqual([declaration?.complete, read, declaration?.keys.length], [true, keys, keys.length]);
    ok(source.text.split('\n').every((line) => line.length <= 88));
  });

  const refused: readonly (readonly [name: string, request: Parameters<typeof titles>[0]])[] = [
    ['where the client cannot create files', { texts: withoutDriver(), path: CONF, at: 'drivers', createFiles: false }],
    ['for a driver of OpenStack', { texts: withoutDriver('nova.virt.vif.Driver'), path: CONF, at: 'nova.virt' }],
    ['without a template', { texts: { [CONF]: conf('802.1Qbh') }, path: CONF, at: 'drivers' }],
    ['elsewhere in nova.conf', { texts: withoutDriver(), path: CONF, at: '[DEFAULT]' }],
    [
      'in a module that may have the class already',
      { texts: { ...withoutDriver(), [DRIVER]: 'from others import *\n' }, path: CONF, at: 'drivers' },
    ],
    ['in a module with a fault', { texts: { ...withoutDriver(), [DRIVER]: 'def (:\n' }, path: CONF, at: 'drivers' }],
    [
      'in a module of JavaScript',
      { texts: { ...withoutDriver(), 'drivers/qbh.mjs': 'export default class A {}\n' }, path: CONF, at: 'drivers' },
    ],
  ];
  for (const [name, request] of refused)
    it(`is not offered ${name}`, () => {
      deepEqual(
        titles(request).filter((title) => title.startsWith('Create')),
        [],
      );
    });

  it('is a quick fix of its problem', () => {
    const [action] = offered({ texts: withoutDriver(), path: CONF, at: 'drivers' });
    deepEqual(
      [action?.kind, action?.diagnostics?.map(({ code }) => code)],
      ['quickfix', ['selection.driver-module-not-found']],
    );
  });
});
