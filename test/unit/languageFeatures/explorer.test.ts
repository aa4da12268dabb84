import { deepEqual, equal } from 'node:assert/strict';
import { explorer, explorerDrivers } from '../../../server/src/languageFeatures/explorer';
import type { ExplorerNode } from '../../../server/src/wire/protocol';
import { CONF, DRIVER, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { pathOf, uriOf, viewOf, type ViewOptions } from './workspace';

/** What a line says, in the order: what it is, what it is called, how it stands with it, `>` where it renders. */
function lineOf(node: ExplorerNode): string {
  const render = 'render' in node ? ' >' : '';
  switch (node.kind) {
    case 'conf':
      return `conf ${pathOf(node.place.uri)}${render}`;
    case 'vif-type':
      return `vif-type ${node.vifType ?? '-'}${node.found ? '' : ' not found'}`;
    case 'driver':
      return `driver ${node.name ?? '-'}${node.selected ? ' selected' : ''}${node.found ? '' : ' not found'}${render}`;
    case 'request':
      return `request ${node.name ?? 'that ships'}`;
    case 'template':
      return `template ${node.vifType ?? '-'} in ${node.file}${render}`;
    case 'placeholder':
      return `${node.key}: ${node.state}${node.driver === undefined ? '' : ` by ${node.driver}`}`;
    default:
      return node.kind;
  }
}

function linesOf(nodes: readonly ExplorerNode[], indent = ''): readonly string[] {
  return nodes.flatMap((node) => [
    indent + lineOf(node),
    ...('children' in node ? linesOf(node.children, `${indent}  `) : []),
  ]);
}

function nodesOf(texts: Texts): readonly ExplorerNode[] {
  return explorer(viewOf(texts, { computeKeys: ['mac_address'] }));
}

/** The tree of a workspace, a line a node. */
function tree(texts: Texts): readonly string[] {
  return linesOf(nodesOf(texts));
}

/** Every node, whatever it lies below. */
function allOf(nodes: readonly ExplorerNode[]): readonly ExplorerNode[] {
  return nodes.flatMap((node) => [node, ...('children' in node ? allOf(node.children) : [])]);
}

/** The states of the placeholders of the sound template with another text, or filled by another driver. */
function states({ template, driver }: { readonly template?: string; readonly driver?: string }): readonly string[] {
  const texts = { ...SOUND, ...(template && { [TEMPLATE]: template }), ...(driver && { [DRIVER]: driver }) };
  return allOf(nodesOf(texts)).flatMap((node) => (node.kind === 'placeholder' ? `${node.key}: ${node.state}` : []));
}

const conf = (vifType: string, driver: string): string =>
  `[DEFAULT]\nlibvirt_vif_type = ${vifType}\nlibvirt_vif_driver = ${driver}\n`;

describe('explorer: the tree', () => {
  it('leads from nova.conf over what it selects to the placeholders', () => {
    deepEqual(tree(SOUND), [
      'conf nova.conf >',
      '  vif-type 802.1Qbh',
      '  driver drivers.qbh.QbhDriver selected',
      '  request that ships',
      '  template 802.1Qbh in 802.1Qbh.vif.xml >',
      '    mac_address: compute',
      '    source_device: provided by drivers.qbh.QbhDriver',
      '    profile_name: provided by drivers.qbh.QbhDriver',
      '  drivers',
    ]);
  });

  it('is empty where there is neither a nova.conf nor a template', () => {
    deepEqual(tree({ [DRIVER]: SOUND[DRIVER] ?? '' }), []);
  });

  it('shows a template that no nova.conf governs by itself, without a driver', () => {
    deepEqual(tree({ [TEMPLATE]: SOUND[TEMPLATE] ?? '' }), [
      'ungoverned',
      '  template 802.1Qbh in 802.1Qbh.vif.xml',
      '    mac_address: compute',
      '    source_device: unknown',
      '    profile_name: unknown',
    ]);
  });

  it('says what nova.conf leaves open, and shows all the templates then', () => {
    const texts = {
      [CONF]: '[DEFAULT]\n',
      'all.vif.xml': `<vif-templates>
<template vif-type="bridge"><interface/></template><template vif-type="ovs"><interface/></template>
</vif-templates>`,
    };
    deepEqual(tree(texts), [
      'conf nova.conf',
      '  vif-type -',
      '  driver - selected not found',
      '  request that ships',
      '  template bridge in all.vif.xml',
      '  template ovs in all.vif.xml',
      '  drivers',
    ]);
  });

  it('says of a VIF type that it has no template, and of a driver that it is not there', () => {
    deepEqual(tree({ ...SOUND, [CONF]: conf('bridge', 'drivers.none.Driver') }), [
      'conf nova.conf',
      '  vif-type bridge not found',
      '  driver drivers.none.Driver selected not found',
      '  request that ships',
      '  drivers',
    ]);
  });

  it('shows a template below each nova.conf that selects it', () => {
    const texts = { ...SOUND, 'nova-b.conf': conf('802.1Qbh', 'drivers.none.Driver') };
    const templates = tree(texts).filter((line) => /^ {0,4}(?:conf|template|source)/.test(line));
    deepEqual(templates, [
      'conf nova.conf >',
      '  template 802.1Qbh in 802.1Qbh.vif.xml >',
      '    source_device: provided by drivers.qbh.QbhDriver',
      'conf nova-b.conf',
      '  template 802.1Qbh in 802.1Qbh.vif.xml',
      '    source_device: unknown',
    ]);
  });

  it('names the request that the templates are rendered with', () => {
    const texts = { ...SOUND, 'vif-request.json': '{}', 'requests/b.vif-request.json': '{}' };
    const named = (options: ViewOptions): readonly string[] =>
      linesOf(explorer(viewOf(texts, options))).filter((line) => line.includes('request'));
    deepEqual(named({}), ['  request vif-request.json']);
    deepEqual(named({ chosenRequest: 'requests/b.vif-request.json' }), ['  request b.vif-request.json']);
    deepEqual(named({ chosenRequest: 'requests/gone.vif-request.json' }), ['  request vif-request.json']);
  });

  it('gives each node an id of its own, and the same one after an edit', () => {
    const texts = { ...SOUND, 'nova-b.conf': conf('802.1Qbh', 'drivers.qbh.QbhDriver') };
    const ids = allOf(nodesOf(texts)).map(({ id }) => id);
    equal(new Set(ids).size, ids.length);
    const edited = { ...texts, [TEMPLATE]: ` ${SOUND[TEMPLATE] ?? ''}` };
    deepEqual(
      allOf(nodesOf(edited)).map(({ id }) => id),
      ids,
    );
  });
});

describe('explorer: the state of a placeholder', () => {
  const driver = (line: string): string => `class QbhDriver(object):
    def getVIFConfiguration(self, instance, network):
        values = {'source_device': 'eth5'}
        ${line}
        return values
`;
  const CASES: readonly (readonly [name: string, given: Parameters<typeof states>[0], expected: readonly string[]])[] =
    [
      ['is missing where nobody provides it', { template: "<interface a='${x}'/>" }, ['x: missing']],
      ['is optional where nobody has to', { template: "<interface a='${x?}'/>" }, ['x: optional']],
      [
        'is that of the driver where it fills an optional one',
        { template: "<interface a='${source_device?}'/>" },
        ['source_device: provided'],
      ],
      [
        'counts a key once, and as needed if one of its places needs it',
        { template: "<interface a='${x?}' b='${x}'/>" },
        ['x: missing'],
      ],
      ['leaves out what only a comment asks for', { template: '<interface><!-- ${x} --></interface>' }, []],
      [
        'is uncertain where a condition decides',
        { driver: driver("if network: values['profile_name'] = 'p'") },
        ['mac_address: compute', 'source_device: provided', 'profile_name: sometimes'],
      ],
      [
        'is unknown where reading the driver does not tell',
        { driver: driver('values.update(load())') },
        ['mac_address: compute', 'source_device: provided', 'profile_name: unknown'],
      ],
    ];
  for (const [name, given, expected] of CASES)
    it(name, () => {
      deepEqual(states(given), expected);
    });
});

describe('explorer: what a node leads to', () => {
  it('is the place of the key, the class and the value', () => {
    const view = viewOf(SOUND, { computeKeys: ['mac_address'] });
    const texts = allOf(explorer(view)).flatMap(({ place, kind }) => {
      const text = place && view.documentOf(place.uri)?.getText(place.range);
      return text ? [`${kind}: ${text}`] : [];
    });
    deepEqual(
      texts.filter((text) => !text.startsWith('template')),
      [
        'vif-type: 802.1Qbh',
        'driver: QbhDriver',
        'placeholder: mac_address',
        'placeholder: source_device',
        'placeholder: profile_name',
      ],
    );
  });

  it('is, for a driver that is not there, its name in nova.conf', () => {
    const view = viewOf({ ...SOUND, [CONF]: conf('802.1Qbh', 'drivers.none.Driver') });
    const driver = allOf(explorer(view)).find(({ kind }) => kind === 'driver');
    equal(driver?.place && view.documentOf(driver.place.uri)?.getText(driver.place.range), 'drivers.none.Driver');
  });

  it('renders what nova.conf selects', () => {
    const renders = allOf(nodesOf(SOUND)).flatMap((node) => ('render' in node ? [node.render] : []));
    deepEqual(renders, [
      { uri: uriOf(CONF) },
      { uri: uriOf(TEMPLATE), vifType: '802.1Qbh', driver: 'drivers.qbh.QbhDriver' },
    ]);
  });
});

describe('explorer: the drivers found', () => {
  const other = `${SOUND[DRIVER] ?? ''}
class Other(object):
    output_keys = []
    def getVIFConfiguration(self, instance, network): return {}
`;

  it('are those that nova.conf could select, each with what renders with it', () => {
    const view = viewOf({ ...SOUND, [DRIVER]: other });
    deepEqual(linesOf(explorerDrivers(view, uriOf(CONF))), [
      'driver drivers.qbh.QbhDriver selected >',
      'driver drivers.qbh.Other >',
    ]);
  });

  it('render nothing where nova.conf has no template', () => {
    const view = viewOf({ [CONF]: SOUND[CONF] ?? '', [DRIVER]: other });
    deepEqual(linesOf(explorerDrivers(view, uriOf(CONF))), [
      'driver drivers.qbh.QbhDriver selected',
      'driver drivers.qbh.Other',
    ]);
  });

  it('are none for what is no nova.conf', () => {
    deepEqual(explorerDrivers(viewOf(SOUND), uriOf(TEMPLATE)), []);
  });
});
