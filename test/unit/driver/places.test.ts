import assert from 'node:assert/strict';
import type { DriverLanguage, OutputKey } from '../../../server/src/driver/declaration';
import type { Place } from '../../../server/src/text/span';
import { mark, marked } from '../markedText';
import { driverIn, FOLDER, javascriptBody, pythonBody, readFiles, text } from './driverCase';

/** Sources with every place marked of the key `a`, and whether these are all; the driver's own file first. */
type PlacesCase = readonly [what: string, known: boolean, source: string, files?: Readonly<Record<string, string>>];

const PYTHON: readonly PlacesCase[] = [
  [
    'set, and asked for',
    true,
    pythonBody("network['<|a|>'] = 1", "print(network['<|a|>'], network.get('<|a|>'))", 'return network'),
  ],
  ['set in two branches', true, pythonBody("if instance: return {'<|a|>': 1}", "return {'<|a|>': 2}")],
  ['set by keyword', true, pythonBody('network.update(<|a|>=1)', 'return dict(network, <|a|>=2)')],
  [
    'taken out',
    true,
    pythonBody("result = {'<|a|>': 1}", "del result['<|a|>']", "result.setdefault('<|a|>', 2)", 'return result'),
  ],
  ['tested for', true, pythonBody("result = {'<|a|>': 1}", "if '<|a|>' in result: result['b'] = 1", 'return result')],
  [
    'a constant',
    true,
    text("KEY = '<|a|>'", pythonBody('network[KEY] = 1', 'network.pop(KEY)', 'network[KEY] = 2', 'return network')),
  ],
  [
    'a list of constants',
    true,
    text("KEYS = ('<|a|>', 'b')", pythonBody('for key in KEYS: network[key] = 1', 'return network')),
  ],
  ['a comprehension', true, text("KEYS = ('<|a|>', 'b')", pythonBody('return {key: 1 for key in KEYS}'))],
  [
    'declared, and set',
    true,
    pythonBody("network['<|a|>'] = 1", 'return network').replace(':\n', ":\n    output_keys = ['<|a|>']\n"),
  ],
  ['a copy', true, pythonBody("first = {'<|a|>': 1}", 'second = dict(first)', "second['<|a|>'] = 2", 'return second')],
  [
    'another dictionary has the key too',
    true,
    pythonBody("other = {'a': 1}", "network['<|a|>'] = other['a']", 'return network'),
  ],
  ['a new dictionary with what the request has under that name', true, pythonBody("return {'<|a|>': network['a']}")],
  [
    'in a base class of another file',
    true,
    text(
      'from base import Base',
      'class Driver(Base):',
      '    def plug(self, instance, network, mapping):',
      '        return dict(super().plug(instance, network, mapping), <|a|>=1)',
    ),
    {
      'base.py': text(
        'class Base:',
        '    def plug(self, instance, network, mapping):',
        "        network['<|a|>'] = 1",
        '        return network',
      ),
    },
  ],
  [
    'a constant of another file',
    true,
    text('from keys import KEY as key', pythonBody('network[key] = 1', 'return network')),
    { 'keys.py': "KEY = '<|a|>'\n" },
  ],
  // Where renaming would do more, or less.
  ['the request is asked for it', false, pythonBody("network['<|a|>'] = network['<|a|>']", 'return network')],
  ['the request may have it', false, pythonBody("network.setdefault('<|a|>', 1)", 'return network')],
  [
    'a constant that is used for something else',
    false,
    text("KEY = '<|a|>'", pythonBody('network[KEY] = instance[KEY]', 'return network')),
  ],
  [
    'a constant that is printed',
    false,
    text("KEY = '<|a|>'", pythonBody('print(KEY)', 'network[KEY] = 1', 'return network')),
  ],
  [
    'a constant that other code uses',
    false,
    text("KEY = '<|a|>'", 'def other():', '    return KEY', pythonBody('network[KEY] = 1', 'return network')),
  ],
  [
    'a key put together may be the same',
    false,
    pythonBody("network['<|a|>'] = 1", "network[f'{instance}'] = 1", 'return network'),
  ],
  ['handed to code that is not read', false, pythonBody("network['<|a|>'] = 1", 'self.log(network)', 'return network')],
  ['asked for in a text', false, pythonBody("network['<|a|>'] = 1", "print('%(a)s' % network)", 'return network')],
  [
    'asked for by a name that is not known',
    false,
    pythonBody("network['<|a|>'] = 1", "print(network[instance['x']])", 'return network'),
  ],
  ['declared, and never set', false, pythonBody('return network').replace(':\n', ":\n    output_keys = ['<|a|>']\n")],
];

const JAVASCRIPT: readonly PlacesCase[] = [
  [
    'set, and asked for',
    true,
    javascriptBody("network.<|a|> = 1; network['b'] = network['<|a|>'];", 'return network;'),
  ],
  ['an object', true, javascriptBody("return { ...network, '<|a|>': 1 };")],
  ['a constant', true, `const KEY = '<|a|>';\n${javascriptBody('network[KEY] = 1; return network;')}`],
  [
    'a list',
    true,
    `const KEYS = ['<|a|>'];\n${javascriptBody('KEYS.forEach((key) => { network[key] = 1; }); return network;')}`,
  ],
  ['Object.assign', true, javascriptBody('return Object.assign(network, { <|a|>: 1 });')],
  ['a variable of that name', false, javascriptBody('const a = 1;', 'return { <|a|> };')],
  ['taken apart', false, javascriptBody('network.<|a|> = 1;', 'const { b } = network;', 'return network;')],
  ['handed to code that is not read', false, javascriptBody('network.<|a|> = 1;', 'log(network);', 'return network;')],
];

describe('the places that name a key', () => {
  const TABLES: readonly (readonly [DriverLanguage, readonly PlacesCase[]])[] = [
    ['python', PYTHON],
    ['javascript', JAVASCRIPT],
  ];
  for (const [language, cases] of TABLES) {
    for (const [what, known, source, others = {}] of cases) {
      it(`${known ? 'are all known' : 'may not be all, or name more'} in ${language}: ${what}`, () => {
        const sources = Object.entries({ [language === 'python' ? 'driver.py' : 'driver.mjs']: source, ...others });
        const files = sources.map(([path, content]) => [path, marked(content).text] as const);
        const found: OutputKey | undefined = driverIn(readFiles(language, files)).keys.find(({ key }) => key === 'a');
        assert.ok(found);
        for (const [index, [path, content]] of files.entries()) {
          const inFile: readonly Place[] = found.places.filter(({ uri }) => uri === `${FOLDER}/${path}`);
          assert.equal(
            mark(
              content,
              inFile.map(({ span }) => span),
            ),
            sources[index]?.[1],
          );
        }
        assert.equal(found.placesKnown, known);
        assert.deepEqual(found.places[0], { uri: found.uri, span: found.span });
      });
    }
  }
});
