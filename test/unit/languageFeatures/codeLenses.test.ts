import { deepEqual, equal } from 'node:assert/strict';
import { codeLenses } from '../../../server/src/languageFeatures/codeLenses';
import { RENDER_COMMAND } from '../../../server/src/wire/protocol';
import { CONF, DRIVER, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { uriOf, viewOf } from './workspace';

/** The lenses of a file: the line (from 1) and the titles above it. */
function lenses(texts: Texts, path = TEMPLATE): readonly string[] {
  const view = viewOf(texts, { computeKeys: ['mac_address'] });
  const titles = new Map<number, string[]>();
  for (const { range, command } of codeLenses(view, uriOf(path))) {
    const line = range.start.line + 1;
    titles.set(line, [...(titles.get(line) ?? []), command?.title ?? '']);
  }
  return [...titles].map(([line, above]) => `${line}: ${above.join(' | ')}`);
}

const conf = (vifType: string, driver: string): string =>
  `[DEFAULT]\nlibvirt_vif_type = ${vifType}\nlibvirt_vif_driver = ${driver}\n`;

const OTHER_CLASS = `
class Other(object):
    output_keys = []
    def getVIFConfiguration(self, instance, network): return {}
`;

describe('codeLenses: a template file', () => {
  it('renders a template, and counts its placeholders', () => {
    deepEqual(lenses(SOUND), ['1: Render | 3 placeholders']);
  });

  it('hands over what the render command wants', () => {
    const [render, ...others] = codeLenses(viewOf(SOUND), uriOf(TEMPLATE)).map(({ command }) => command);
    deepEqual(render, {
      title: 'Render',
      command: RENDER_COMMAND,
      arguments: [{ uri: uriOf(TEMPLATE), vifType: '802.1Qbh', driver: 'drivers.qbh.QbhDriver' }],
    });
    deepEqual(
      others.map((command) => command?.command),
      [''],
    );
  });

  it('stands over the <interface> of a file that begins with a comment', () => {
    deepEqual(lenses({ ...SOUND, [TEMPLATE]: "<!--\n-->\n<interface a='${source_device}'/>" }), [
      '3: Render | 1 placeholder',
    ]);
  });

  it('counts what is missing', () => {
    const template = "<interface a='${mac_address}${device_name}${x}'/>";
    deepEqual(lenses({ ...SOUND, [TEMPLATE]: template }), ['1: Render | 3 placeholders · 2 missing']);
  });

  it('counts as uncertain what a condition decides, and what reading the driver cannot tell', () => {
    const driver = (line: string): string => `class QbhDriver(object):
    def getVIFConfiguration(self, instance, network):
        values = {'source_device': 'eth5'}
        ${line}
        return values
`;
    for (const line of ["if network: values['profile_name'] = 'p'", 'values.update(load())'])
      deepEqual(lenses({ ...SOUND, [DRIVER]: driver(line) }), ['1: Render | 3 placeholders · 1 uncertain']);
  });

  it('counts an optional placeholder, and never as missing or uncertain', () => {
    deepEqual(lenses({ ...SOUND, [TEMPLATE]: '<interface a="${mtu?}" b="${x}"/>' }), [
      '1: Render | 2 placeholders · 1 missing',
    ]);
  });

  it('counts no placeholder in a comment', () => {
    deepEqual(lenses({ ...SOUND, [TEMPLATE]: '<interface><!-- ${x} --></interface>' }), ['1: Render | 0 placeholders']);
  });

  it('says of each template whether a nova.conf selects it', () => {
    const texts = {
      [CONF]: conf('bridge', 'drivers.qbh.QbhDriver'),
      [DRIVER]: SOUND[DRIVER] ?? '',
      'all.vif.xml': `<vif-templates>
<template vif-type="bridge"><interface a='\${x}'/></template>
<template vif-type="ethernet"><interface a='\${x}'/></template>
<template vif-type="bridge"><interface/></template>
<template></template>
</vif-templates>`,
    };
    deepEqual(lenses(texts, 'all.vif.xml'), [
      '2: Render | 1 placeholder · 1 missing',
      '3: 1 placeholder | not selected by a nova.conf',
      '4: 0 placeholders | not selected by a nova.conf',
      '5: 0 placeholders | not selected by a nova.conf',
    ]);
  });

  it('says that the driver is not found', () => {
    deepEqual(lenses({ ...SOUND, [CONF]: conf('802.1Qbh', 'drivers.none.Driver') }), [
      '1: 3 placeholders | no driver found',
    ]);
    deepEqual(lenses({ ...SOUND, [CONF]: '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\n' }), [
      '1: 3 placeholders | no driver found',
    ]);
  });

  it('renders with each driver that nova.confs select', () => {
    const texts = {
      ...SOUND,
      'nova-b.conf': conf('802.1Qbh', 'drivers.qbh.Other'),
      [DRIVER]: `${SOUND[DRIVER] ?? ''}${OTHER_CLASS}`,
    };
    deepEqual(lenses(texts), ['1: Render with QbhDriver | Render with Other | 3 placeholders · 2 missing']);
  });

  it('tells drivers of the same class name apart', () => {
    const texts = { ...SOUND, 'nova-b.conf': conf('802.1Qbh', 'b.QbhDriver'), 'b.py': SOUND[DRIVER] ?? '' };
    deepEqual(lenses(texts), ['1: Render with drivers.qbh.QbhDriver | Render with b.QbhDriver | 3 placeholders']);
  });
});

describe('codeLenses: a driver', () => {
  it('says which VIF types use a class', () => {
    deepEqual(lenses(SOUND, DRIVER), ['1: used by 802.1Qbh (nova.conf)']);
  });

  it('stands over the classes that are used, and over no other one', () => {
    const texts = { ...SOUND, [DRIVER]: `class Base: pass\n${SOUND[DRIVER] ?? ''}${OTHER_CLASS}` };
    const other = conf('bridge', 'drivers.qbh.Other');
    deepEqual(lenses({ ...texts, 'nova-b.conf': other }, DRIVER), [
      '2: used by 802.1Qbh (nova.conf)',
      '8: used by bridge (nova-b.conf)',
    ]);
  });

  it('names three uses, each once, and counts the others', () => {
    const confs = ['a', 'a', 'b', 'c', 'd', 'e'].map((vifType, index) => [
      `${index}/nova.conf`,
      conf(vifType, 'drivers.qbh.QbhDriver'),
    ]);
    const texts = { [DRIVER]: SOUND[DRIVER] ?? '', ...(Object.fromEntries(confs) as Texts) };
    deepEqual(lenses(texts, DRIVER), ['1: used by a (nova.conf), b (nova.conf), c (nova.conf) and 2 more']);
  });

  it('names the nova.conf where it selects no VIF type', () => {
    const texts = { ...SOUND, [CONF]: '[DEFAULT]\nlibvirt_vif_driver = drivers.qbh.QbhDriver\n' };
    deepEqual(lenses(texts, DRIVER), ['1: used by nova.conf']);
  });

  it('says nothing in a file that no nova.conf selects', () => {
    deepEqual(lenses({ ...SOUND, 'other.py': SOUND[DRIVER] ?? '' }, 'other.py'), []);
    equal(lenses(SOUND, CONF).length, 0);
  });
});

describe('codeLenses: a Cheetah file', () => {
  const CHEETAH = 'libvirt.xml.template';
  const text = `<domain>
#for $nic in $nics
  #if $vif_type == '802.1Qbh'
  <interface><source dev='\${nic.source_device}'/></interface>
  #else
  <interface/>
  #end if
#end for
</domain>
`;
  const driver = 'drivers.qbh.QbhDriver';

  it('renders each branch that a nova.conf selects, and above all of them the whole file', () => {
    deepEqual(lenses({ ...SOUND, [CHEETAH]: text }, CHEETAH), [
      '1: Render the whole file',
      '3: Render | 1 placeholder',
      '5: 0 placeholders | not selected by a nova.conf',
    ]);
  });

  it('renders the branch for all other VIF types with the one that is selected', () => {
    const texts = { ...SOUND, [CONF]: conf('ovs', driver), [CHEETAH]: text };
    const uri = uriOf(CHEETAH);
    const found = codeLenses(viewOf(texts), uri).flatMap(({ range, command }) =>
      command?.command === RENDER_COMMAND ? [[range.start.line, command.arguments?.[0] as unknown]] : [],
    );
    deepEqual(found, [
      [0, { uri, vifType: 'ovs', driver, part: 'file' }],
      [4, { uri, vifType: 'ovs', driver, part: 'branch' }],
    ]);
  });

  it('renders the whole file for each VIF type that is selected', () => {
    const texts = { ...SOUND, 'nova-2.conf': conf('ovs', driver), [CHEETAH]: text };
    deepEqual(
      lenses(texts, CHEETAH)[0],
      '1: Render the whole file for 802.1Qbh with QbhDriver | Render the whole file for ovs with QbhDriver',
    );
  });
});
