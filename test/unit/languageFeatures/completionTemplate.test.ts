import assert from 'node:assert/strict';
import { KNOWN_VIF_TYPES } from '../../../server/src/languageFeatures/completion/vifTypes';
import { DRIVER, SOUND, TEMPLATE } from '../check/scenario';
import { accepted, labels, offered, type Setting } from './completions';

/** A template of 802.1Qbh with this content, whose driver declares source_device and profile_name. */
function at(source: string, more: Partial<Setting> = {}): Setting {
  return { texts: SOUND, path: TEMPLATE, source, ...more };
}

const FILE = 'nova.vif.xml';
const inFile = (source: string, more: Partial<Setting> = {}): Setting => at(source, { path: FILE, ...more });

const ACCEPTED: readonly (readonly [name: string, before: string, label: string, after: string])[] = [
  [
    'inside ${',
    "<interface><a b='${|'/></interface>",
    'source_device',
    "<interface><a b='${source_device}|'/></interface>",
  ],
  ['a half-typed key', "<interface><a b='${sou|'/>", 'source_device', "<interface><a b='${source_device}|'/>"],
  ['inside ${}', "<interface><a b='${|}'/>", 'source_device', "<interface><a b='${source_device|}'/>"],
  ['a closed key', "<interface><a b='${so|u}'/>", 'source_device', "<interface><a b='${source_device|}'/>"],
  ['a key to change', "<interface><a b='${profile|_name}'/>", 'profile_name', "<interface><a b='${profile_name|}'/>"],
  ['blanks around the key', "<interface><a b='${ sou| }'/>", 'source_device', "<interface><a b='${source_device|}'/>"],
  [
    'the middle of an unclosed key',
    "<interface><a b='${so|urce'/>",
    'source_device',
    "<interface><a b='${source_device}|'/>",
  ],
  [
    'an unclosed quote',
    "<interface><a b='${sou|/>\n</interface>",
    'source_device',
    "<interface><a b='${source_device}|/>\n</interface>",
  ],
  [
    'an unclosed tag',
    '<interface><a b=${sou|\n</interface>',
    'source_device',
    '<interface><a b=${source_device}|\n</interface>',
  ],
  ['an unquoted placeholder', '<interface><a b=${sou|/>', 'source_device', '<interface><a b=${source_device}|/>'],
  ['the next attribute', "<interface><a b=${| c='d'/>", 'source_device', "<interface><a b=${source_device}| c='d'/>"],
  [
    'the next attribute, without a blank',
    "<interface><a b=${sou|c='d'/>",
    'source_device',
    "<interface><a b=${source_device}|c='d'/>",
  ],
  ['a key in text', '<interface><a>${sou|</a>', 'source_device', '<interface><a>${source_device}|</a>'],
  ['text right behind', '<interface><a>${|eth</a>', 'source_device', '<interface><a>${source_device}|eth</a>'],
  ['a comment', '<interface><!-- ${sou|-->', 'source_device', '<interface><!-- ${source_device}|-->'],
  [
    'another placeholder behind',
    "<interface><a b='${sou|${x}'/>",
    'source_device',
    "<interface><a b='${source_device}|${x}'/>",
  ],
  [
    'another placeholder before',
    "<interface><a b='${x}${sou|'/>",
    'source_device',
    "<interface><a b='${x}${source_device}|'/>",
  ],
  ['a lone $', "<interface><a b='$|'/>", 'source_device', "<interface><a b='${source_device}|'/>"],
  ['$ and letters', "<interface><a b='$sou|'/>", 'source_device', "<interface><a b='${source_device}|'/>"],
  ['a missing opening brace', "<interface><a b='$sou|}'/>", 'source_device', "<interface><a b='${source_device}|'/>"],
  ['a value that is missing', '<interface><a b=|/>', 'source_device', '<interface><a b=${source_device}|/>'],
  ['a value that is missing, at the end', '<interface><a b=|', 'source_device', '<interface><a b=${source_device}|'],
  ['an unquoted value', '<interface><a b=sou|/>', 'source_device', '<interface><a b=${source_device}|/>'],
  ['an empty value', "<interface><a b='|'/>", 'source_device', "<interface><a b='${source_device}|'/>"],
  ['a quoted value', '<interface><a b="sou|rce"/>', 'source_device', '<interface><a b="${source_device}|"/>'],
  [
    'a quoted value without its end',
    "<interface><a b='sou|/>",
    'source_device',
    "<interface><a b='${source_device}'|/>",
  ],
  [
    'the beginning of a quoted value with a placeholder',
    "<interface><a b='|${x}'/></interface>",
    'source_device',
    "<interface><a b='${source_device}|${x}'/></interface>",
  ],
  [
    'the beginning of an unquoted placeholder',
    '<interface><a b=|${x}/></interface>',
    'source_device',
    '<interface><a b=${source_device}|/></interface>',
  ],
  [
    'an optional placeholder',
    "<interface><a b='${so|u?}'/>",
    'source_device',
    "<interface><a b='${source_device|?}'/>",
  ],
  [
    'an optional placeholder without its brace',
    "<interface><a b='${sou|?'/>",
    'source_device',
    "<interface><a b='${source_device?}|'/>",
  ],
  [
    'an optional placeholder without its opening brace',
    "<interface><a b='$sou|?}'/>",
    'source_device',
    "<interface><a b='${source_device?}|'/>",
  ],
  [
    'the beginning of an unquoted optional placeholder',
    '<interface><a b=|${x?}/></interface>',
    'source_device',
    '<interface><a b=${source_device?}|/></interface>',
  ],
  ['a compute key', "<interface><a b='${mac|'/>", 'mac_address', "<interface><a b='${mac_address}|'/>"],
  ['CRLF', "<interface>\r\n<a b='${sou|'/>\r\n", 'source_device', "<interface>\r\n<a b='${source_device}|'/>\r\n"],
  [
    'surrogates before',
    "<interface><!-- 🦜 --><a b='🦜${sou|'/>",
    'source_device',
    "<interface><!-- 🦜 --><a b='🦜${source_device}|'/>",
  ],
];

const VIF_TYPES: readonly (readonly [name: string, before: string, label: string, after: string])[] = [
  [
    'an empty value',
    '<vif-templates><template vif-type="|">',
    '802.1Qbh',
    '<vif-templates><template vif-type="802.1Qbh|">',
  ],
  [
    'a half-typed one',
    '<vif-templates><template vif-type="802.|"/>',
    '802.1Qbh',
    '<vif-templates><template vif-type="802.1Qbh|"/>',
  ],
  [
    'one to change',
    '<vif-templates><template vif-type="br|idge">',
    'bridge',
    '<vif-templates><template vif-type="bridge|">',
  ],
  [
    'a missing quote',
    "<vif-templates><template vif-type='|>\n",
    '802.1Qbh',
    "<vif-templates><template vif-type='802.1Qbh'|>\n",
  ],
  [
    'missing quotes',
    '<vif-templates><template vif-type=|>\n',
    '802.1Qbh',
    '<vif-templates><template vif-type="802.1Qbh"|>\n',
  ],
];

const SILENT: readonly (readonly [name: string, source: string])[] = [
  ['behind a closed placeholder', "<interface><a b='${source_device}|'/>"],
  ['behind $$', "<interface><a b='$$|'/>"],
  ['between $ and {', "<interface><a b='$|{x}'/>"],
  ['in text', '<interface><a>sou|</a>'],
  ['in the middle of a tag name', '<interface><sou|rce'],
  ['in an attribute name', '<interface><a sou|'],
  ['in a closing tag', '<interface></inter|'],
  ['in a value with other characters', "<interface><a b='a:|'/>"],
  ['in front of a quoted value', "<interface><a b=|'c'/></interface>"],
  ['in front of a quoted value behind a blank', '<interface><a b=| "c"/></interface>'],
  ['in a value of a comment', "<interface><!-- <a b='|' -->"],
  ['behind ${ and words', '<interface><a>${some more words|</a>'],
  ['behind a missing quote', '<interface><a b=\'x>\n<c d="\'|"/>'],
  ['in a value that holds what looks like an attribute', '<interface><a b="it\'s c=|"/>'],
  ['behind = in text', '<interface><a> b=|</a>'],
  ['in an attribute of the root', '<vif-templates xmlns="|">'],
  ['in the declaration', '<?xml version="|"?>'],
  ['in another attribute of a template element', '<vif-templates><template name="|">'],
];

describe('completion in a template', () => {
  for (const [name, before, label, after] of ACCEPTED) {
    it(`completes a key: ${name}`, () => {
      assert.equal(accepted(at(before), label), after);
    });
  }

  for (const [name, before, label, after] of VIF_TYPES) {
    it(`completes a VIF type: ${name}`, () => {
      assert.equal(accepted(inFile(before), label), after);
    });
  }

  for (const [name, source] of SILENT) {
    it(`offers nothing ${name}`, () => {
      assert.deepEqual(labels(at(source)), []);
    });
  }

  it('puts the keys first that the template does not use', () => {
    assert.deepEqual(labels(at("<interface><a b='${source_device}' c='${mac_address}' d='${|")), [
      'profile_name',
      'source_device',
      'mac_address',
    ]);
  });

  it('does not take the key under the cursor for a used one', () => {
    assert.deepEqual(labels(at("<interface><a b='${sou|rce_device}'/>")), [
      'source_device',
      'profile_name',
      'mac_address',
    ]);
  });

  it('says who fills a key, and how that is known', () => {
    const driver = `class QbhDriver(object):
    output_keys = ['source_device']

    def getVIFConfiguration(self, instance, network):
        return {'source_device': 'eth5', 'profile_name': 'x'}
`;
    const texts = { ...SOUND, [DRIVER]: driver };
    assert.deepEqual(
      offered(at('<interface>${|', { texts })).map(({ label, detail }) => [label, detail]),
      [
        ['source_device', 'drivers.qbh.QbhDriver · declared'],
        ['profile_name', 'drivers.qbh.QbhDriver · read from its code'],
        ['mac_address', 'compute key'],
      ],
    );
  });

  it('leaves out the keys of the driver that no placeholder can name', () => {
    const texts = {
      ...SOUND,
      [DRIVER]: "class QbhDriver(object):\n    output_keys = ['a b', 'c#', '', 'source_device']\n",
    };
    assert.deepEqual(labels(at('<interface>${|', { texts })), ['source_device', 'mac_address']);
  });

  it('says that nova-compute fills a key, though the driver names it as well', () => {
    const texts = { ...SOUND, [DRIVER]: "class QbhDriver(object):\n    output_keys = ['mac_address']\n" };
    assert.deepEqual(
      offered(at('<interface>${|', { texts })).map(({ label, detail }) => [label, detail]),
      [['mac_address', 'compute key']],
    );
  });

  it('shows the value of the last rendering', () => {
    const options = { lastValues: { source_device: 'eth5' } };
    assert.deepEqual(
      offered(at('<interface>${|', { options })).map(({ documentation }) => documentation),
      ['In the last rendering: eth5', undefined, undefined],
    );
  });

  it('offers the keys of the template that the cursor is in', () => {
    const other = '<template vif-type="802.1Qbh"><interface b=${source_device}/></template>';
    const source = `<vif-templates>${other}<template vif-type="bridge"><interface a=\${|/></template></vif-templates>`;
    assert.deepEqual(labels(inFile(source)), ['mac_address']);
  });

  it('offers the compute keys where no driver fills the template', () => {
    const options = { computeKeys: ['mac_address', 'ip_address'] };
    assert.deepEqual(labels({ path: TEMPLATE, source: '<interface>${|', options }), ['mac_address', 'ip_address']);
  });

  it('offers the VIF types that have no template, the selected one first', () => {
    const source =
      '<vif-templates><template vif-type="bridge"></template><template vif-type="|"></template></vif-templates>';
    assert.deepEqual(
      offered(inFile(source)).map(({ label, detail }) => `${label}: ${detail ?? ''}`),
      [
        '802.1Qbh: selected in nova.conf',
        ...KNOWN_VIF_TYPES.filter((known) => known !== 'bridge' && known !== '802.1Qbh').map(
          (known) => `${known}: known VIF type`,
        ),
      ],
    );
  });
});

const NEW_TEMPLATE = `<template vif-type="802.1Qbh">
    <interface type='bridge'>
      <mac address='\${mac_address}'/>
      |
    </interface>
  </template>`;

describe('completion of a new template', () => {
  const places: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'on an empty line',
      '<vif-templates>\n  |\n</vif-templates>\n',
      `<vif-templates>\n  ${NEW_TEMPLATE}\n</vif-templates>\n`,
    ],
    ['behind <', '<vif-templates>\n  <|\n</vif-templates>\n', `<vif-templates>\n  ${NEW_TEMPLATE}\n</vif-templates>\n`],
    [
      'behind letters',
      '<vif-templates>\n  <tem|\n</vif-templates>\n',
      `<vif-templates>\n  ${NEW_TEMPLATE}\n</vif-templates>\n`,
    ],
    ['without a closing root', '<vif-templates>\n  |', `<vif-templates>\n  ${NEW_TEMPLATE}`],
    [
      'before another template',
      '<vif-templates>\n  <|\n  <template vif-type="bridge"><interface/></template>\n</vif-templates>\n',
      `<vif-templates>\n  ${NEW_TEMPLATE}\n  <template vif-type="bridge"><interface/></template>\n</vif-templates>\n`,
    ],
  ];
  for (const [name, before, after] of places) {
    it(name, () => {
      assert.equal(accepted(inFile(before), 'template'), after);
    });
  }

  it('makes the whole of an empty file', () => {
    assert.equal(accepted(inFile('|'), 'vif-templates'), `<vif-templates>\n  ${NEW_TEMPLATE}\n</vif-templates>`);
  });

  const silent: readonly (readonly [name: string, source: string])[] = [
    ['inside of a template', '<vif-templates>\n<template vif-type="bridge">\n|\n</template>\n</vif-templates>'],
    ['behind the root', '<vif-templates>\n</vif-templates>\n|'],
    ['before the root', '|\n<vif-templates>\n</vif-templates>\n'],
    ['in a lone interface', '<interface>\n|\n</interface>'],
    ['in a comment', '<vif-templates>\n<!--\n|\n-->\n</vif-templates>'],
    ['where something follows', '<vif-templates>\n| text\n</vif-templates>'],
  ];
  for (const [name, source] of silent) {
    it(`is not offered ${name}`, () => {
      const offers = labels(inFile(source)).filter((label) => ['template', 'vif-templates'].includes(label));
      assert.deepEqual(offers, []);
    });
  }

  it('is not offered to a client without tab stops', () => {
    assert.deepEqual(labels(inFile('<vif-templates>\n  |\n</vif-templates>\n', { snippets: false })), []);
  });

  it('is for a known VIF type where no nova.conf selects one', () => {
    const source = '<vif-templates>\n  |\n</vif-templates>\n';
    assert.match(accepted({ path: FILE, source }, 'template'), /vif-type="bridge"/);
  });
});
