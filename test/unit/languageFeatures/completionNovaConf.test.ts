import assert from 'node:assert/strict';
import { CompletionItemTag } from 'vscode-languageserver-types';
import { KNOWN_VIF_TYPES } from '../../../server/src/languageFeatures/completion/vifTypes';
import { CONF, SOUND, type Texts } from '../check/scenario';
import { accepted, labels, offered, type Setting } from './completions';

const TEXTS: Texts = {
  ...SOUND,
  'all.vif.xml': '<vif-templates><template vif-type="bridge"><interface/></template></vif-templates>',
  'drivers/other.mjs': 'export default class OtherDriver { plug(instance, network, mapping) { return {}; } }',
};

function at(source: string, path = CONF): Setting {
  return { texts: TEXTS, path, source };
}

type Row = readonly [name: string, before: string, label: string, after: string];

const INI: readonly Row[] = [
  ['on an empty line', '[DEFAULT]\n|\n', 'libvirt_vif_type', '[DEFAULT]\nlibvirt_vif_type = |\n'],
  ['half-typed', '[DEFAULT]\nlibvirt_vif_t|', 'libvirt_vif_type', '[DEFAULT]\nlibvirt_vif_type = |'],
  ['with blanks behind', '[DEFAULT]\nlibv|   \n', 'libvirt_vif_type', '[DEFAULT]\nlibvirt_vif_type = |\n'],
  ['in the middle of a name', '[DEFAULT]\nlib|virt_typ\n', 'libvirt_vif_type', '[DEFAULT]\nlibvirt_vif_type = |\n'],
  ['before a sign', '[DEFAULT]\nlib| = bridge', 'libvirt_vif_type', '[DEFAULT]\nlibvirt_vif_type| = bridge'],
  ['before a sign without blanks', '[DEFAULT]\nlib|=bridge', 'libvirt_vif_type', '[DEFAULT]\nlibvirt_vif_type|=bridge'],
  ['before a colon', '[DEFAULT]\nlib|: bridge', 'libvirt_vif_type', '[DEFAULT]\nlibvirt_vif_type|: bridge'],
  [
    'before a value without a sign',
    '[DEFAULT]\nlib| bridge',
    'libvirt_vif_type',
    '[DEFAULT]\nlibvirt_vif_type =| bridge',
  ],
  ['at the start of a name', '[DEFAULT]\n|my_type = x', 'libvirt_vif_type', '[DEFAULT]\nlibvirt_vif_type| = x'],
  ['of another section', '[libvirt]\nvif|\n', 'vif_driver', '[libvirt]\nvif_driver = |\n'],
  ['of a section in small letters', '[Libvirt]\nvif|\n', 'vif_driver', '[Libvirt]\nvif_driver = |\n'],
  ['below a half-typed section', '[libvirt\nvif|\n', 'vif_driver', '[libvirt\nvif_driver = |\n'],
  ['out of the catalogue', '[DEFAULT]\nmy_i|\n', 'my_ip', '[DEFAULT]\nmy_ip = |\n'],
  [
    'with CRLF',
    '[DEFAULT]\r\nlibv|\r\nx = y\r\n',
    'libvirt_vif_type',
    '[DEFAULT]\r\nlibvirt_vif_type = |\r\nx = y\r\n',
  ],
  ['with CR', '[DEFAULT]\rlibv|\rx = y\r', 'libvirt_vif_type', '[DEFAULT]\rlibvirt_vif_type = |\rx = y\r'],
  ['behind surrogates', '[DEFAULT]\n# 🦜🦜\nlibv|', 'libvirt_vif_type', '[DEFAULT]\n# 🦜🦜\nlibvirt_vif_type = |'],
  ['behind a byte order mark', '\ufefflibv|', 'libvirt_vif_type', '\ufefflibvirt_vif_type = |'],
  ['in an empty file', '|', 'libvirt_vif_type', 'libvirt_vif_type = |'],
];

const FLAGS: readonly Row[] = [
  ['on an empty line', '--my_ip=x\n|\n', 'libvirt_vif_type', '--my_ip=x\n--libvirt_vif_type=|\n'],
  ['behind one dash', '--my_ip=x\n-|', 'libvirt_vif_type', '--my_ip=x\n--libvirt_vif_type=|'],
  ['behind two dashes', '--my_ip=x\n--|', 'libvirt_vif_type', '--my_ip=x\n--libvirt_vif_type=|'],
  ['behind two dashes in an empty file', '--|', 'libvirt_vif_type', '--libvirt_vif_type=|'],
  ['half-typed', '--libv|\n--my_ip=x', 'libvirt_vif_type', '--libvirt_vif_type=|\n--my_ip=x'],
  ['without dashes', '--my_ip=x\nlibv|', 'libvirt_vif_type', '--my_ip=x\n--libvirt_vif_type=|'],
  ['before a sign', '--lib|=bridge\r\n', 'libvirt_vif_type', '--libvirt_vif_type|=bridge\r\n'],
  ['before a value without a sign', '--lib| bridge', 'libvirt_vif_type', '--libvirt_vif_type=|bridge'],
  ['indented', '--my_ip=x\n  --lib|', 'libvirt_vif_type', '--my_ip=x\n  --libvirt_vif_type=|'],
];

const SECTIONS: readonly Row[] = [
  ['behind [', '[|', 'libvirt', '[libvirt]|'],
  ['half-typed', '[libv|', 'libvirt', '[libvirt]|'],
  ['inside of []', '[|]', 'libvirt', '[libvirt|]'],
  ['one to change', '[|DEFAULT]\nx = y', 'libvirt', '[libvirt|]\nx = y'],
  ['between others', '[DEFAULT]\nx = y\n[neu|\n[libvirt]\n', 'neutron', '[DEFAULT]\nx = y\n[neutron]|\n[libvirt]\n'],
];

const VALUES: readonly Row[] = [
  ['a VIF type', '[DEFAULT]\nlibvirt_vif_type = |', '802.1Qbh', '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh|'],
  ['a VIF type behind the sign', '[DEFAULT]\nlibvirt_vif_type=|', '802.1Qbh', '[DEFAULT]\nlibvirt_vif_type=802.1Qbh|'],
  [
    'a VIF type, the blank missing',
    '[DEFAULT]\nlibvirt_vif_type =|',
    '802.1Qbh',
    '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh|',
  ],
  [
    'a VIF type behind a colon',
    '[DEFAULT]\nlibvirt_vif_type: 80|',
    '802.1Qbh',
    '[DEFAULT]\nlibvirt_vif_type: 802.1Qbh|',
  ],
  [
    'a half-typed VIF type',
    '[DEFAULT]\nlibvirt_vif_type = 802.|1\n',
    '802.1Qbh',
    '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh|\n',
  ],
  [
    'a VIF type in quotes',
    '[DEFAULT]\nlibvirt_vif_type = "8|"\n',
    '802.1Qbh',
    '[DEFAULT]\nlibvirt_vif_type = "802.1Qbh|"\n',
  ],
  [
    'a VIF type behind a quote',
    "[DEFAULT]\nlibvirt_vif_type = '|\n",
    '802.1Qbh',
    "[DEFAULT]\nlibvirt_vif_type = '802.1Qbh'|\n",
  ],
  [
    'a VIF type by the proposed name',
    '[DEFAULT]\nlibvirtVIFType = |',
    '802.1Qbh',
    '[DEFAULT]\nlibvirtVIFType = 802.1Qbh|',
  ],
  ['a VIF type as a flag', '--libvirt_vif_type=|', 'bridge', '--libvirt_vif_type=bridge|'],
  [
    'a half-typed VIF type as a flag',
    '--libvirt_vif_type=bri|\n--my_ip=x',
    'bridge',
    '--libvirt_vif_type=bridge|\n--my_ip=x',
  ],
  [
    'a driver',
    '[DEFAULT]\nlibvirt_vif_driver = |',
    'drivers.qbh.QbhDriver',
    '[DEFAULT]\nlibvirt_vif_driver = drivers.qbh.QbhDriver|',
  ],
  [
    'a driver behind a dot',
    '[DEFAULT]\nlibvirt_vif_driver = drivers.|qbh\n',
    'drivers.other.OtherDriver',
    '[DEFAULT]\nlibvirt_vif_driver = drivers.other.OtherDriver|\n',
  ],
  [
    'a driver in [libvirt]',
    '[libvirt]\nvif_driver = Qbh|',
    'drivers.qbh.QbhDriver',
    '[libvirt]\nvif_driver = drivers.qbh.QbhDriver|',
  ],
  [
    'a driver as a flag',
    '--libvirt_vif_driver=d|',
    'drivers.qbh.QbhDriver',
    '--libvirt_vif_driver=drivers.qbh.QbhDriver|',
  ],
  [
    'a template file',
    '[DEFAULT]\nlibvirt_xml_template = |',
    'all.vif.xml',
    '[DEFAULT]\nlibvirt_xml_template = all.vif.xml|',
  ],
  ['a boolean', '[DEFAULT]\ndebug = |', 'true', '[DEFAULT]\ndebug = true|'],
  ['a boolean as a flag', '--debug=t|', 'true', '--debug=true|'],
  ['a choice', '[DEFAULT]\nconfig_drive_format = i|', 'iso9660', '[DEFAULT]\nconfig_drive_format = iso9660|'],
  ['the first item of a list', '[DEFAULT]\nenabled_apis = |', 'metadata', '[DEFAULT]\nenabled_apis = metadata|'],
  [
    'the next item of a list',
    '[DEFAULT]\nenabled_apis = metadata, o|',
    'osapi_compute',
    '[DEFAULT]\nenabled_apis = metadata, osapi_compute|',
  ],
  ['an item between others', '[vnc]\nauth_schemes =none,v|,x\n', 'vencrypt', '[vnc]\nauth_schemes =none,vencrypt|,x\n'],
  [
    'a choice by its older name',
    '[DEFAULT]\nvendordata_providers = S|',
    'StaticJSON',
    '[DEFAULT]\nvendordata_providers = StaticJSON|',
  ],
  [
    'a value with CRLF',
    '[DEFAULT]\r\nlibvirt_vif_type = |\r\n',
    'bridge',
    '[DEFAULT]\r\nlibvirt_vif_type = bridge|\r\n',
  ],
  [
    'a value behind surrogates',
    '[DEFAULT]\nx = 🦜\nlibvirt_vif_type = |\n',
    'bridge',
    '[DEFAULT]\nx = 🦜\nlibvirt_vif_type = bridge|\n',
  ],
];

const HEAD = '[DEFAULT]\nstate = /var/lib\n[libvirt]\nimages = x\n';
const REFERENCES: readonly Row[] = [
  ['behind $', `${HEAD}path = $|`, 'images', `${HEAD}path = $images|`],
  ['half-typed', `${HEAD}path = $st|/nova`, 'state', `${HEAD}path = $state|/nova`],
  ['in the middle of a name', `${HEAD}path = $st|ate/nova`, 'state', `${HEAD}path = $state|/nova`],
  ['behind ${', `${HEAD}path = \${|`, 'state', `${HEAD}path = \${state}|`],
  ['inside of ${}', `${HEAD}path = \${st|}/nova`, 'state', `${HEAD}path = \${state|}/nova`],
  ['before a dot', `${HEAD}path = $|.d`, 'state', `${HEAD}path = \${state}|.d`],
  ['behind other text', `${HEAD}path = a/$images/$|`, 'state', `${HEAD}path = a/$images/$state|`],
  ['behind $$ and $', `${HEAD}path = $$$|`, 'state', `${HEAD}path = $$$state|`],
  ['of another section', `${HEAD}[x]\npath = $lib|`, 'libvirt.images', `${HEAD}[x]\npath = $libvirt.images|`],
  ['in quotes', `${HEAD}path = "$|"`, 'state', `${HEAD}path = "$state|"`],
  ['of a flag', '--state=x\n--path=$|', 'state', '--state=x\n--path=$state|'],
];

const SILENT: readonly (readonly [name: string, source: string])[] = [
  ['in a comment', '[DEFAULT]\n# libv|'],
  ['in a comment behind ;', '[DEFAULT]\n;libv|'],
  ['in a comment of a flag file', '--my_ip=x\n// libv|'],
  ['in an indented comment of a flag file', '--my_ip=x\n  # --libv|'],
  ['in a line that continues a value', '[DEFAULT]\nlibvirt_vif_type = x\n  libv|'],
  ['in an indented line', '[DEFAULT]\n  |'],
  ['behind a section', '[DEFAULT]|'],
  ['behind a word', '[DEFAULT]\nsome words|'],
  ['behind a closing quote', '[DEFAULT]\nlibvirt_vif_type = "x"|'],
  ['in the value of an unknown option', '[DEFAULT]\nmy_own = |'],
  ['in the value of a text', '[DEFAULT]\nmy_ip = |'],
  ['behind $$', `${HEAD}path = $$|`],
  ['behind \\$', `${HEAD}path = \\$|`],
  ['behind the blank of a flag', '--my_ip=x\n--debug |'],
  ['behind the word of a flag', '--my_ip=x\n--debug t|'],
  ['in a section that is unknown', '[my_own]\n|'],
];

describe('completion in a nova.conf', () => {
  const tables: readonly (readonly [what: string, rows: readonly Row[]])[] = [
    ['an option', INI],
    ['an option as a flag', FLAGS],
    ['a section', SECTIONS],
    ['a value:', VALUES],
    ['a reference', REFERENCES],
  ];
  for (const [what, rows] of tables) {
    for (const [name, before, label, after] of rows) {
      it(`completes ${what} ${name}`, () => {
        assert.equal(accepted(at(before), label), after);
      });
    }
  }

  for (const [name, source] of SILENT) {
    it(`offers nothing ${name}`, () => {
      assert.deepEqual(labels(at(source)), []);
    });
  }

  const item = (source: string, label: string) => offered(at(source)).find((candidate) => candidate.label === label);

  const described = (label: string): string => JSON.stringify(item('[DEFAULT]\n|', label)?.documentation);

  it('says what an option is: its type and default, what it does, and what it may be', () => {
    assert.equal(item('[DEFAULT]\nlibv|', 'libvirt_vif_type')?.detail, 'string · default bridge');
    assert.equal(
      item('[DEFAULT]\nlibv|', 'libvirt_vif_type')?.documentation,
      'The type of VIF to create, which selects the template.',
    );
    assert.equal(item('[DEFAULT]\n|', 'debug')?.detail, 'boolean · default false');
    assert.match(described('config_drive_format'), /One of iso9660, vfat\./);
    assert.match(described('block_device_allocate_retries'), /At least 0\./);
  });

  it('marks what is deprecated, and leaves out what is gone', () => {
    assert.deepEqual(item('[DEFAULT]\n|', 'config_drive_format')?.tags, [CompletionItemTag.Deprecated]);
    assert.equal(item('[DEFAULT]\n|', 'debug')?.tags, undefined);
    const names = labels(at('[DEFAULT]\n|'));
    assert.equal(new Set(names).size, names.length);
    assert.ok(!names.includes('libvirt_type'), 'Icehouse moved it to [libvirt]');
  });

  it('puts the options of the VIFs first, and those last that are set already', () => {
    const names = labels(at('[DEFAULT]\ndebug = true\nlibvirt_vif_driver = x\n|\n[libvirt]\nmy_ip = x\n'));
    assert.deepEqual(names.slice(0, 3), ['libvirt_vif_type', 'libvirtVIFType', 'libvirt_xml_template']);
    assert.deepEqual(names.slice(-3), ['libvirt_vif_driver', 'libvirtVIFDriver', 'debug']);
  });

  it('puts deprecated options behind the others, and one that may be set again among them', () => {
    const names = labels(at('[DEFAULT]\ndebug = true\nvirt_mkfs = x\n|'));
    const places = ['virt_mkfs', 'web', 'config_drive_format', 'debug'].map((name) => names.indexOf(name));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.ok(!places.includes(-1));
  });

  it('does not take the option on the line of the cursor for one that is set', () => {
    assert.equal(labels(at('[DEFAULT]\nlibvirt_vif_type| = x\n'))[0], 'libvirt_vif_type');
  });

  it('puts the sections last that the file has', () => {
    const names = labels(at('[libvirt]\nx = y\n[DEFAULT]\n[|'));
    assert.deepEqual(names.slice(-2), ['DEFAULT', 'libvirt']);
  });

  it('offers the VIF types that have a template, the known ones where there is no template file', () => {
    const source = '[DEFAULT]\nlibvirt_vif_type = |';
    assert.deepEqual(labels(at(source)), ['802.1Qbh', 'bridge']);
    assert.deepEqual(labels({ path: CONF, source }), KNOWN_VIF_TYPES);
  });

  it('names template files as seen from the nova.conf', () => {
    const texts = { 'templates/a.vif.xml': '', 'host/my%20own/b.vif.xml': '', 'host/c$.vif.xml': '' };
    assert.deepEqual(labels({ texts, path: 'host/nova.conf', source: '[DEFAULT]\nlibvirt_xml_template = |' }), [
      '../templates/a.vif.xml',
      'my own/b.vif.xml',
    ]);
  });

  it('offers the options that the file sets behind $: those of the section first, and never the option itself', () => {
    const source = '[DEFAULT]\na = 1\nb = $a\n[libvirt]\nc = $b\na = 2\nd = $|\n[x]\ne = 3\n';
    assert.deepEqual(
      offered(at(source)).map(({ label, detail, documentation }) => [label, detail, documentation]),
      [
        ['c', '[libvirt] c', '1'],
        ['a', '[libvirt] a', '2'],
        ['b', '[DEFAULT] b', '1'],
        ['x.e', '[x] e', '3'],
      ],
    );
  });
});
