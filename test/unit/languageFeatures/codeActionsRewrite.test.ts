import { deepEqual, equal } from 'node:assert/strict';
import { readDriver } from '../../../server/src/driver/read';
import { CONF, DRIVER, SOUND, TEMPLATE } from '../check/scenario';
import { marked } from '../markedText';
import { after, offered, titles, type Request } from './offered';
import { uriOf } from './workspace';

const FILE = 'qbh.py';
const DECLARE = 'Declare the output keys of A';

/** A driver with the cursor in it, and what becomes of it; undefined where nothing is offered. */
const drivers: readonly (readonly [name: string, source: string, expected: string | undefined])[] = [
  [
    'a list is made where there is none',
    "class |A:\n    def plug(self, i, n, m):\n        return {'a': 1, 'b': 2}\n",
    "class A:\n    output_keys = ['a', 'b']\n\n    def plug(self, i, n, m):\n        return {'a': 1, 'b': 2}\n",
  ],
  [
    'in the quotes that the keys have, and behind the docstring',
    'class A:\n    "One."\n    def plug(self, i, n, m):\n        return {"|a": 1}\n',
    'class A:\n    "One."\n\n    output_keys = ["a"]\n\n    def plug(self, i, n, m):\n        return {"a": 1}\n',
  ],
  [
    'the keys that a list lacks are added',
    "class |A:\n    output_keys = ['a']\n    def plug(self, i, n, m):\n        return {'a': 1, 'b': 2, 'c': 3}\n",
    "class A:\n    output_keys = ['a', 'b', 'c']\n    def plug(self, i, n, m):\n        return {'a': 1, 'b': 2, 'c': 3}\n",
  ],
  [
    'to an empty list',
    "class |A:\n    output_keys = []\n    def plug(self, i, n, m):\n        return {'a': 1, 'b': 2}\n",
    "class A:\n    output_keys = ['a', 'b']\n    def plug(self, i, n, m):\n        return {'a': 1, 'b': 2}\n",
  ],
  [
    'to a list of several lines',
    "class |A:\n    output_keys = [\n        'a',\n    ]\n    def plug(self, i, n, m):\n        return {'b': 2, 'c': 3}\n",
    "class A:\n    output_keys = [\n        'a',\n        'b', 'c',\n    ]\n    def plug(self, i, n, m):\n        return {'b': 2, 'c': 3}\n",
  ],
  ['elsewhere in the class', "class A:\n    def plug(self, i, n, m):\n        |return {'a': 1}\n", undefined],
  [
    'where all are declared',
    "class |A:\n    output_keys = ['a']\n    def plug(self, i, n, m):\n        return {'a': 1}\n",
    undefined,
  ],
  ['in a class that is no driver', "class |A:\n    def other(self):\n        return {'a': 1}\n", undefined],
  ['where a key needs escapes', "class |A:\n    def plug(self, i, n, m):\n        return {'a\\n': 1}\n", undefined],
];

describe('declaring the keys of a driver', () => {
  for (const [name, source, expected] of drivers)
    it(expected === undefined ? `is not offered ${name}` : name, () => {
      const { text, cursors } = marked(source);
      const request = { texts: { [FILE]: text }, path: FILE, at: text.slice(cursors[0]) };
      if (expected === undefined) {
        deepEqual(titles(request), []);
        return;
      }
      const made = after(request, DECLARE)[FILE] ?? '';
      equal(made, expected);
      const [declaration] = readDriver({ uri: uriOf(FILE), language: 'python', text: made }, () => undefined).classes;
      deepEqual(
        declaration?.keys.filter(({ declared }) => !declared),
        [],
      );
    });

  it('makes the list of a JavaScript class', () => {
    const text = "export default class A {\n  getVIFConfiguration() {\n    return { a: 1, 'b': 2 };\n  }\n}\n";
    const made = after({ texts: { 'a.mjs': text }, path: 'a.mjs', at: 'A {' }, DECLARE)['a.mjs'] ?? '';
    const [declaration] = readDriver(
      { uri: uriOf('a.mjs'), language: 'javascript', text: made },
      () => undefined,
    ).classes;
    deepEqual(
      declaration?.keys.map(({ key, declared }) => [key, declared]),
      [
        ['a', true],
        ['b', true],
      ],
    );
  });
});

describe('converting a flag file', () => {
  const TITLE = 'Convert the flag file to INI';
  const FLAGS = '# VIFs\n--libvirt_vif_type=802.1Qbh\n--libvirt_vif_driver=drivers.qbh.QbhDriver\n';

  it('rewrites the whole file', () => {
    const request = { texts: { ...SOUND, [CONF]: FLAGS }, path: CONF };
    equal(
      after(request, TITLE)[CONF],
      '[DEFAULT]\n# VIFs\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = drivers.qbh.QbhDriver\n',
    );
    deepEqual(
      offered(request).map(({ kind }) => kind),
      ['refactor.rewrite'],
    );
  });

  it('is not offered for the INI form, and for a flag file with a fault', () => {
    deepEqual(titles({ texts: SOUND, path: CONF }), []);
    deepEqual(titles({ texts: { ...SOUND, [CONF]: `${FLAGS}-a=1\n` }, path: CONF }), []);
  });
});

describe('quoting a placeholder', () => {
  it('puts quotes around it', () => {
    const request = { texts: SOUND, path: TEMPLATE, at: '${source_device}' };
    equal(
      after(request, 'Quote the attribute value')[TEMPLATE],
      SOUND[TEMPLATE]?.replace('${source_device}', "'${source_device}'"),
    );
  });

  it('keeps it optional', () => {
    const request = { texts: { [TEMPLATE]: '<interface a=${x?}/>' }, path: TEMPLATE, at: 'x?' };
    equal(after(request, 'Quote the attribute value')[TEMPLATE], "<interface a='${x?}'/>");
  });

  it('is not offered elsewhere', () => {
    deepEqual(titles({ texts: SOUND, path: TEMPLATE, at: 'mode' }), []);
  });
});

describe('making a placeholder optional', () => {
  const at = (text: string): Request => ({ texts: { [TEMPLATE]: text }, path: TEMPLATE, at: 'x' });

  it('puts the mark behind its key', () => {
    equal(after(at('<interface a="${x}"/>'), 'Make the placeholder optional')[TEMPLATE], '<interface a="${x?}"/>');
  });

  it('takes the mark away', () => {
    equal(after(at('<interface a="${x?}"/>'), 'Make the placeholder required')[TEMPLATE], '<interface a="${x}"/>');
  });

  it('is not offered in a comment, in place of a name, and where a quick fix does it', () => {
    deepEqual(titles(at('<interface><!-- ${x} --></interface>')), []);
    deepEqual(titles(at('<interface ${x}="1"/>')), []);
    const driver = "class QbhDriver:\n    def plug(self, i, n, m):\n        return {'x': 1} if i else {}\n";
    const texts = { ...SOUND, [DRIVER]: driver, [TEMPLATE]: '<interface a="${x}"/>' };
    deepEqual(
      offered({ texts, path: TEMPLATE, at: 'x' }).map(({ title, kind }) => [title, kind]),
      [['Make the placeholder optional', 'quickfix']],
    );
  });
});
