import assert from 'node:assert/strict';
import { DRIVER, SOUND } from '../check/scenario';
import { accepted, labels, offered, type Setting } from './completions';

/** The template of 802.1Qbh asks for source_device and profile_name. */
function python(source: string): Setting {
  return { texts: SOUND, path: DRIVER, source };
}

const HEAD = 'class QbhDriver(object):\n';
const METHOD = `${HEAD}    def getVIFConfiguration(self, instance, network):\n`;

type Row = readonly [name: string, before: string, after: string];

/** Each accepts source_device. */
const PYTHON: readonly Row[] = [
  ['an empty list', `${HEAD}    output_keys = ['|']\n`, `${HEAD}    output_keys = ['source_device|']\n`],
  ['a half-typed list', `${HEAD}    output_keys = ['|`, `${HEAD}    output_keys = ['source_device'|`],
  ['a quote that is missing', `${HEAD}    output_keys = ['sou|]\n`, `${HEAD}    output_keys = ['source_device'|]\n`],
  [
    'a quote that is missing before others',
    `${HEAD}    output_keys = ['sou|, 'a', 'b']\n`,
    `${HEAD}    output_keys = ['source_device'|, 'a', 'b']\n`,
  ],
  ['a key to change', `${HEAD}    output_keys = ["sour|ce"]\n`, `${HEAD}    output_keys = ["source_device|"]\n`],
  ['the second key', `${HEAD}    output_keys = ['a', '|']\n`, `${HEAD}    output_keys = ['a', 'source_device|']\n`],
  [
    'a list over lines',
    `${HEAD}    output_keys = [\n        'a',\n        '|'\n    ]\n`,
    `${HEAD}    output_keys = [\n        'a',\n        'source_device|'\n    ]\n`,
  ],
  ['a tuple', `${HEAD}    output_keys = ('a', '|')\n`, `${HEAD}    output_keys = ('a', 'source_device|')\n`],
  ['a set', `${HEAD}    output_keys = {'|'}\n`, `${HEAD}    output_keys = {'source_device|'}\n`],
  [
    'a frozenset',
    `${HEAD}    output_keys = frozenset(['|'])\n`,
    `${HEAD}    output_keys = frozenset(['source_device|'])\n`,
  ],
  [
    'a sum',
    `${HEAD}    output_keys = Base.output_keys + ['|']\n`,
    `${HEAD}    output_keys = Base.output_keys + ['source_device|']\n`,
  ],
  [
    '+=',
    `${HEAD}    output_keys = []\n    output_keys += ['|']\n`,
    `${HEAD}    output_keys = []\n    output_keys += ['source_device|']\n`,
  ],
  [
    'a property',
    `${HEAD}    @property\n    def output_keys(self):\n        return ['|']\n`,
    `${HEAD}    @property\n    def output_keys(self):\n        return ['source_device|']\n`,
  ],
  [
    'a list outside of the class',
    `${HEAD}    pass\nQbhDriver.output_keys = ['|']\n`,
    `${HEAD}    pass\nQbhDriver.output_keys = ['source_device|']\n`,
  ],
  [
    'a subscript',
    `${METHOD}        config = {}\n        config['|']\n        return config\n`,
    `${METHOD}        config = {}\n        config['source_device|']\n        return config\n`,
  ],
  [
    'a half-typed subscript',
    `${METHOD}        config = {}\n        config['sou|\n        return config\n`,
    `${METHOD}        config = {}\n        config['source_device'|\n        return config\n`,
  ],
  [
    'a subscript before the return',
    `${METHOD}        config = dict()\n        config["|`,
    `${METHOD}        config = dict()\n        config["source_device"|`,
  ],
  [
    'a subscript that is assigned',
    `${METHOD}        config = {}\n        config['|'] = network['device']\n        return config\n`,
    `${METHOD}        config = {}\n        config['source_device|'] = network['device']\n        return config\n`,
  ],
  [
    'a missing quote before another string',
    `${METHOD}        config = {}\n        config['sou|] = network['device']\n        return config\n`,
    `${METHOD}        config = {}\n        config['source_device'|] = network['device']\n        return config\n`,
  ],
  [
    'setdefault',
    `${METHOD}        config = {}\n        config.setdefault('|')\n        return config\n`,
    `${METHOD}        config = {}\n        config.setdefault('source_device|')\n        return config\n`,
  ],
  ['a returned display', `${METHOD}        return {'|'}\n`, `${METHOD}        return {'source_device|'}\n`],
  ['a half-typed display', `${METHOD}        return {'sou|`, `${METHOD}        return {'source_device'|`],
  [
    'the second key of a display',
    `${METHOD}        return {\n            'a': f(1),\n            '|': 2,\n        }\n`,
    `${METHOD}        return {\n            'a': f(1),\n            'source_device|': 2,\n        }\n`,
  ],
  [
    'a display that is returned by name',
    `${METHOD}        config = {'|': 1}\n        return config\n`,
    `${METHOD}        config = {'source_device|': 1}\n        return config\n`,
  ],
  [
    'update',
    `${METHOD}        config = {}\n        config.update({'|': 1})\n        return config\n`,
    `${METHOD}        config = {}\n        config.update({'source_device|': 1})\n        return config\n`,
  ],
  [
    'the network that is returned',
    `${METHOD}        network['|'] = 1\n        return network\n`,
    `${METHOD}        network['source_device|'] = 1\n        return network\n`,
  ],
  [
    'a base class',
    `class Base:\n    def getVIFConfiguration(self, instance, network):\n        return {'|': 1}\nclass QbhDriver(Base):\n    pass\n`,
    `class Base:\n    def getVIFConfiguration(self, instance, network):\n        return {'source_device|': 1}\nclass QbhDriver(Base):\n    pass\n`,
  ],
  [
    'a helper',
    `${METHOD}        return self.config()\n    def config(self):\n        return {'profile_name': 1, '|': 2}\n`,
    `${METHOD}        return self.config()\n    def config(self):\n        return {'profile_name': 1, 'source_device|': 2}\n`,
  ],
  [
    'CRLF',
    `${METHOD}        return {'|'}\n`.replaceAll('\n', '\r\n'),
    `${METHOD}        return {'source_device|'}\n`.replaceAll('\n', '\r\n'),
  ],
  [
    'surrogates before',
    `# 🦜\n${METHOD}        x = '🦜'; return {'|'}\n`,
    `# 🦜\n${METHOD}        x = '🦜'; return {'source_device|'}\n`,
  ],
  [
    'broken text behind',
    `${METHOD}        return {'sou|'\n    def (((\n class`,
    `${METHOD}        return {'source_device|'\n    def (((\n class`,
  ],
  [
    'a key with a blank in it',
    `${METHOD}        return {'so| urce': 1}\n`,
    `${METHOD}        return {'source_device|': 1}\n`,
  ],
  [
    'a quote and a comma that are missing',
    `${HEAD}    output_keys = ['sou| 'a']\n`,
    `${HEAD}    output_keys = ['source_device'| 'a']\n`,
  ],
  [
    'a missing quote before an apostrophe',
    `${HEAD}    output_keys = ['sou|]  # don't\n`,
    `${HEAD}    output_keys = ['source_device'|]  # don't\n`,
  ],
];

const SILENT: readonly (readonly [name: string, source: string])[] = [
  ['in a docstring', `${HEAD}    """'|'"""\n`],
  ['in a comment', `${METHOD}        # config['|']\n`],
  ['in a value of a display', `${METHOD}        return {'source_device': '|'}\n`],
  ['in the value of an assignment', `${METHOD}        x = '|'\n        return x\n`],
  ['in a call', `${METHOD}        log('|')\n        return {}\n`],
  [
    'in a dictionary that is not returned',
    `${METHOD}        other = {}\n        other['|'] = 1\n        config = {}\n        return config\n`,
  ],
  ['in the instance', `${METHOD}        return {'source_device': instance['|']}\n`],
  ['in a list of another name', `${HEAD}    other_keys = ['|']\n`],
  ['in a list of a variable', `${METHOD}        output_keys = ['|']\n`],
  ['in an argument', `${HEAD}    output_keys = f('|')\n`],
  ['in a long string', `${METHOD}        return {'''|''': 1}\n`],
  ['in an f-string', `${METHOD}        return {f'|': 1}\n`],
  ['in bytes', `${METHOD}        return {b'|': 1}\n`],
  ['behind a string', `${METHOD}        return {'source_device'|}\n`],
  ['outside of a string', `${METHOD}        return {|}\n`],
  ['in a key with other characters', `${METHOD}        return {'a b|'}\n`],
  ['in a function beside the driver', `${HEAD}    pass\ndef headers():\n    return {'|': 1}\n`],
  [
    'in a class that nobody selects',
    `${HEAD}    pass\nclass Other:\n    output_keys = ['|']\n    def getVIFConfiguration(self, instance, network):\n        return {}\n`,
  ],
  [
    'in the driver method of a class that nobody selects',
    `${HEAD}    pass\nclass Other:\n    def getVIFConfiguration(self, instance, network):\n        return {'|': 1}\n`,
  ],
];

describe('completion in a driver in Python', () => {
  for (const [name, before, after] of PYTHON) {
    it(`completes a key: ${name}`, () => {
      assert.equal(accepted(python(before), 'source_device'), after);
    });
  }

  for (const [name, source] of SILENT) {
    it(`offers nothing ${name}`, () => {
      assert.deepEqual(labels(python(source)), []);
    });
  }

  const hidden: readonly (readonly [name: string, setting: Setting])[] = [
    [
      'with a list',
      python(
        `class Base:\n    output_keys = ['|\n    def f(self):\n        return 1\n${HEAD.replace('object', 'Base')}    pass\n`,
      ),
    ],
    [
      'with a subscript',
      python(
        `class Base:\n    def plug(self, a, b, c):\n        config = {}\n        config['|\n        return config\n${HEAD.replace('object', 'Base')}    pass\n`,
      ),
    ],
  ];
  for (const [name, setting] of hidden) {
    it(`knows the selected class though a missing bracket above hides it: ${name}`, () => {
      assert.deepEqual(labels(setting), ['source_device', 'profile_name']);
    });
  }

  it('completes the keys of a base class in another file', () => {
    const heir = 'from drivers.base import Base\n\nclass QbhDriver(Base):\n    pass\n';
    const source = `${METHOD.replace('QbhDriver', 'Base')}        return {'|': 1}\n`;
    const setting = { texts: { ...SOUND, [DRIVER]: heir }, path: 'drivers/base.py', source };
    assert.deepEqual(labels(setting), ['source_device', 'profile_name']);
    assert.deepEqual(labels({ ...setting, source: source.replace('Base', 'Another') }), []);
  });

  it('offers nothing in a file that no nova.conf selects', () => {
    const source = `${METHOD}        return {'|': 1}\n`;
    assert.deepEqual(labels({ texts: SOUND, path: 'drivers/other.py', source }), []);
    assert.deepEqual(labels({ path: DRIVER, source }), []);
  });

  it('puts the keys first that the driver lacks', () => {
    assert.deepEqual(
      offered(python(`${METHOD}        return {'source_device': 1, '|': 2}\n`)).map(({ label, detail }) => [
        label,
        detail,
      ]),
      [
        ['profile_name', 'asked for by 802.1Qbh in 802.1Qbh.vif.xml'],
        ['source_device', 'asked for by 802.1Qbh in 802.1Qbh.vif.xml · provided already'],
      ],
    );
    assert.deepEqual(labels(python(`${HEAD}    output_keys = ['source_device', '|']\n`)), [
      'profile_name',
      'source_device',
    ]);
  });

  it('asks in the code for what only the list has', () => {
    const source = `${HEAD}    output_keys = ['source_device', 'profile_name']\n    def getVIFConfiguration(self, instance, network):\n        return {'profile_name': 1, '|': 2}\n`;
    assert.deepEqual(labels(python(source)), ['source_device', 'profile_name']);
  });

  it('offers what nova-compute fills in the network that the driver is handed', () => {
    const source = `${METHOD}        return {'source_device': network['|']}\n`;
    assert.deepEqual(labels(python(source)), ['mac_address']);
    assert.equal(accepted(python(source), 'mac_address'), source.replace('|', 'mac_address|'));
    const get = `${HEAD}    def plug(self, instance, nets, mapping):\n        return {'source_device': nets.get('m|\n`;
    assert.equal(accepted(python(get), 'mac_address'), get.replace('m|', "mac_address'|"));
  });
});
