import assert from 'node:assert/strict';
import { CONF, SOUND, type Texts } from '../check/scenario';
import { accepted, labels, type Setting } from './completions';

/** The template of 802.1Qbh asks for source_device and profile_name. */
const SCRIPT: Texts = {
  ...SOUND,
  [CONF]: '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = qbh.QbhDriver\n',
};

function javascript(source: string): Setting {
  return { texts: SCRIPT, path: 'qbh.mjs', source };
}

type Row = readonly [name: string, before: string, after: string];

const CLASS = 'export default class QbhDriver {\n';
const METHOD = `${CLASS}  getVIFConfiguration(instance, network) {\n`;
const END = '  }\n}\n';

/** Each accepts source_device. */
const QUOTED: readonly Row[] = [
  ['a list', `${CLASS}  static outputKeys = ['|'];\n}\n`, `${CLASS}  static outputKeys = ['source_device|'];\n}\n`],
  [
    'a half-typed list',
    `${CLASS}  static outputKeys = ["sou|\n}\n`,
    `${CLASS}  static outputKeys = ["source_device"|\n}\n`,
  ],
  [
    'a frozen list',
    `${CLASS}  static outputKeys = Object.freeze(['a', '|']);\n}\n`,
    `${CLASS}  static outputKeys = Object.freeze(['a', 'source_device|']);\n}\n`,
  ],
  [
    'a getter',
    `${CLASS}  static get outputKeys() {\n    return ['|'];\n  }\n}\n`,
    `${CLASS}  static get outputKeys() {\n    return ['source_device|'];\n  }\n}\n`,
  ],
  [
    'a subscript',
    `${METHOD}    const config = {};\n    config['|'] = 1;\n    return config;\n${END}`,
    `${METHOD}    const config = {};\n    config['source_device|'] = 1;\n    return config;\n${END}`,
  ],
  [
    'a returned object',
    `${METHOD}    return { a: 1, '|': 2 };\n${END}`,
    `${METHOD}    return { a: 1, 'source_device|': 2 };\n${END}`,
  ],
  ['a half-typed object', `${METHOD}    return { 'sou|\n${END}`, `${METHOD}    return { 'source_device'|\n${END}`],
  [
    'Object.assign',
    `${METHOD}    const config = {};\n    Object.assign(config, { '|': 1 });\n    return config;\n${END}`,
    `${METHOD}    const config = {};\n    Object.assign(config, { 'source_device|': 1 });\n    return config;\n${END}`,
  ],
  [
    'an object that is returned by name',
    `${METHOD}    const config = { '|': 1 };\n    return config;\n${END}`,
    `${METHOD}    const config = { 'source_device|': 1 };\n    return config;\n${END}`,
  ],
];

const BARE: readonly Row[] = [
  ['an object', `${METHOD}    return { | };\n${END}`, `${METHOD}    return { source_device| };\n${END}`],
  ['an object behind its brace', `${METHOD}    return {|};\n${END}`, `${METHOD}    return {source_device|};\n${END}`],
  [
    'a half-typed key',
    `${METHOD}    return {\n      a: 1,\n      sou|\n${END}`,
    `${METHOD}    return {\n      a: 1,\n      source_device|\n${END}`,
  ],
  [
    'a key to change',
    `${METHOD}    return { a: 1, so|urce: 2 };\n${END}`,
    `${METHOD}    return { a: 1, source_device|: 2 };\n${END}`,
  ],
  [
    'behind a dot',
    `${METHOD}    const config = {};\n    config.|\n    return config;\n${END}`,
    `${METHOD}    const config = {};\n    config.source_device|\n    return config;\n${END}`,
  ],
  [
    'a half-typed member',
    `${METHOD}    const config = {};\n    config.sou| = 1;\n    return config;\n${END}`,
    `${METHOD}    const config = {};\n    config.source_device| = 1;\n    return config;\n${END}`,
  ],
];

const SILENT: readonly (readonly [name: string, source: string])[] = [
  ['in a comment of an object', `${METHOD}    return { // sou|\n${END}`],
  ['in a value of an object', `${METHOD}    return { a: sou|\n${END}`],
  ['in a block', `${METHOD}    |\n${END}`],
  ['in the body of the class', `${CLASS}  |\n}\n`],
  ['in an argument that is an object', `${METHOD}    log({ | });\n    return {};\n${END}`],
  ['behind the dot of another object', `${METHOD}    this.|\n    return {};\n${END}`],
  ['in a list of a variable', `${METHOD}    const outputKeys = ['|'];\n    return {};\n${END}`],
  ['in a template literal', `${METHOD}    return { a: \`|\` };\n${END}`],
];

describe('completion in a driver in JavaScript', () => {
  for (const [name, before, after] of QUOTED) {
    it(`completes a key: ${name}`, () => {
      assert.equal(accepted(javascript(before), 'source_device'), after);
    });
  }

  for (const [name, before, after] of BARE) {
    it(`completes a key without quotes: ${name}`, () => {
      assert.equal(accepted(javascript(before), 'source_device'), after);
    });
  }

  for (const [name, source] of SILENT) {
    it(`offers nothing ${name}`, () => {
      assert.deepEqual(labels(javascript(source)), []);
    });
  }

  it('knows the selected class though a missing bracket above hides it', () => {
    const base = "class Base {\n  plug(a, b, c) {\n    return {'|\n  }\n}\n";
    assert.deepEqual(labels(javascript(`${base}export default class QbhDriver extends Base {\n}\n`)), [
      'source_device',
      'profile_name',
    ]);
  });

  it('leaves out without quotes what cannot stand so', () => {
    const texts = { ...SCRIPT, '802.1Qbh.vif.xml': '<interface a=${source-device} b=${profile_name}/>' };
    const source = `${METHOD}    return { | };\n${END}`;
    assert.deepEqual(labels({ texts, path: 'qbh.mjs', source }), ['profile_name']);
    assert.deepEqual(labels({ texts, path: 'qbh.mjs', source: source.replace('|', "'|'") }), [
      'source-device',
      'profile_name',
    ]);
  });

  it('offers what nova-compute fills in the network that the driver is handed', () => {
    for (const use of ["network['|']", 'network.|'])
      assert.deepEqual(labels(javascript(`${METHOD}    return { a: ${use} };\n${END}`)), ['mac_address']);
  });
});
