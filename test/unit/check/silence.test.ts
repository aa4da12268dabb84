import { deepEqual } from 'node:assert/strict';
import { CONF, DRIVER, Scenario, SOUND, TEMPLATE, type Texts } from './scenario';

const conf = (...lines: readonly string[]): string => ['[DEFAULT]', ...lines, ''].join('\n');
const VIF_TYPE = 'libvirt_vif_type = 802.1Qbh';
const ASKS_FOR_ALL =
  '<interface type=${mac_address} managed=${anything}><source dev="${at}${all}"/><tune><sndbuf>${here}</sndbuf></tune></interface>\n';

/** Every case in which nobody can know what fills a placeholder: all of the template's text is beyond suspicion then. */
const unknown: readonly (readonly [why: string, texts: Texts])[] = [
  ['there is no nova.conf', {}],
  ['nova.conf is empty', { [CONF]: '' }],
  ['nova.conf selects no driver', { [CONF]: conf(VIF_TYPE), [DRIVER]: SOUND[DRIVER] ?? '' }],
  [
    'nova.conf selects no VIF type',
    { [CONF]: conf('libvirt_vif_driver = drivers.qbh.QbhDriver'), [DRIVER]: SOUND[DRIVER] ?? '' },
  ],
  ["the driver's module is not found", { [CONF]: conf(VIF_TYPE, 'libvirt_vif_driver = acme.vif.Driver') }],
  [
    "the driver's class is not found",
    { [CONF]: conf(VIF_TYPE, 'libvirt_vif_driver = drivers.qbh.Other'), [DRIVER]: SOUND[DRIVER] ?? '' },
  ],
  ['the driver is no dotted name', { [CONF]: conf(VIF_TYPE, 'libvirt_vif_driver = QbhDriver') }],
  ['the driver is a part of nova', { [CONF]: conf(VIF_TYPE, 'libvirt_vif_driver = nova.virt.libvirt.vif.Driver') }],
  [
    'nova.conf selects another VIF type',
    {
      [CONF]: conf('libvirt_vif_type = bridge', 'libvirt_vif_driver = drivers.qbh.QbhDriver'),
      [DRIVER]: SOUND[DRIVER] ?? '',
    },
  ],
];

describe('no provider, no warnings', () => {
  for (const [why, texts] of unknown)
    it(`says nothing of a template where ${why}`, () => {
      deepEqual(new Scenario({ ...texts, [TEMPLATE]: ASKS_FOR_ALL }).problems(TEMPLATE), []);
    });

  it('says nothing of a VIF type that is left to the request, where the driver is one that ships and serves all', () => {
    for (const name of ['NovaVifDriver', 'nova_vif_driver.NovaVifDriver'])
      deepEqual(
        new Scenario({ ...SOUND, [CONF]: conf(`libvirt_vif_driver = ${name}`) })
          .problems(CONF)
          .filter(({ code }) => code === 'selection.vif-type-not-set'),
        [],
      );
  });

  it('says nothing at all of nova.conf, template and driver that fit together', () => {
    const scenario = new Scenario(SOUND);
    for (const path of [CONF, TEMPLATE, DRIVER]) deepEqual(scenario.problems(path), [], path);
  });

  it('does not check the placeholders of a comment', () => {
    const template = (SOUND[TEMPLATE] ?? '').replace('</interface>', '<!-- ${anything} and ${ --></interface>');
    deepEqual(new Scenario({ ...SOUND, [TEMPLATE]: template }).problems(TEMPLATE), []);
  });

  it('says nothing of a nova.conf that has nothing to do with VIFs, where there is no template', () => {
    deepEqual(new Scenario({ [CONF]: conf('verbose = true') }).problems(CONF), []);
  });

  it('says nothing of a VIF type where no template is there', () => {
    const texts = { [CONF]: SOUND[CONF] ?? '', [DRIVER]: SOUND[DRIVER] ?? '' };
    deepEqual(new Scenario(texts).problems(CONF), []);
  });

  for (const value of ['{{ x }}', '<%= @x %>', '@X@', '%X%', '$x', '${x}', '<none>']) {
    it(`says nothing of a selection that nova.conf leaves to a tool or another file: ${value}`, () => {
      const text = conf(
        `libvirt_vif_type = ${value}`,
        `libvirt_vif_driver = ${value}`,
        `libvirt_xml_template = ${value}`,
      );
      deepEqual(new Scenario({ ...SOUND, [CONF]: text }).problems(CONF), []);
    });
  }

  it('says nothing of a VIF type that a template file may hold which is not read', () => {
    const texts = {
      [CONF]: conf('libvirt_vif_type = bridge', 'libvirt_vif_driver = drivers.qbh.QbhDriver'),
      [DRIVER]: SOUND[DRIVER] ?? '',
      'libvirt.xml.template': '#if $vif_type == "bridge"',
    };
    deepEqual(new Scenario(texts).problems(CONF), []);
    deepEqual(new Scenario({ ...texts, [TEMPLATE]: ASKS_FOR_ALL }).problems(CONF), []);
  });

  it('says nothing of a driver that comes with OpenStack, where there is no template', () => {
    for (const name of ['nova.virt.libvirt.vif.A', 'quantum.vif.B', 'neutron.vif.C'])
      deepEqual(new Scenario({ [CONF]: conf(VIF_TYPE, `libvirt_vif_driver = ${name}`) }).problems(CONF), []);
  });

  it('says nothing of a Python file that nobody selects', () => {
    deepEqual(new Scenario({ [DRIVER]: 'class A:\n    def )(\n' }).problems(DRIVER), []);
  });
});
