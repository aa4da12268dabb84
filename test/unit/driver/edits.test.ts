import assert from 'node:assert/strict';
import { parser as javascriptParser } from '@lezer/javascript';
import { parser as pythonParser } from '@lezer/python';
import { Tree } from '@lezer/common';
import fc from 'fast-check';
import type { DriverLanguage } from '../../../server/src/driver/declaration';
import { readDriver } from '../../../server/src/driver/read';
import { ParsedSources } from '../../../server/src/driver/syntax/parsedSources';
import { parseSyntax, type Syntax, type SyntaxTree } from '../../../server/src/text/syntaxTree';
import { watchParses } from './watchParses';

const PARSERS = { python: pythonParser, javascript: javascriptParser };

const CLASS: Readonly<Record<DriverLanguage, (index: number) => string>> = {
  python: (index) => `class Driver${index}:
    """Fills 'bridge_name'."""

    def getVIFConfiguration(self, instance, network):
        result = {'key_${index}': network['a'], 'bridge_name': f'br-{network["b"]}'}
        if network.get('c'):
            result.update(c=str(network['c']), d=[x for x in network['d']])
        return result

`,
  javascript: (index) => `export class Driver${index} {
  /** Fills \`bridge_name\`. */
  getVIFConfiguration(instance, network) {
    const result = { key_${index}: network.a, bridge_name: \`br-\${network.b}\`, ...network.more };
    if (/c/.test(network.c) && instance?.uuid) Object.assign(result, { c: network.c, d: (x) => x / 2 });
    return result;
  }
}

`,
};

/** Strings of all kinds: a word in one may be put or taken, or that makes another source of it. */
const STRINGS: Readonly<Record<DriverLanguage, string>> = {
  python: `a = 'b' + "c" + '' + r'd' 'e''f' "" + b'\\x41g' 'h'
"""i'j''k'"""
'''l'm''n"""o''' '''p\\
q''' + f'r{"s"}t{u['v']}' # 'w'
match a:
    case 'x': pass
print('y', b='z', **{'1': 2})
''''3'''
`,
  javascript: `import a from 'b';
'use strict'; const c = { 'd': "e", f: \`g\${'h' + "i'j"}k\`, ["l"]: '' + '\\x41m' }; // 'n'
c['o']['p'] = 'q\\
r' + /'s'/.exec("t''u");
`,
};

/** What breaks a source, or changes how what follows is read. */
const put = fc.constantFrom(
  ...['', '', ' ', 'x', '\n', '\n\n', '    ', '(', ')', '[', ']', '{', '}', ':', ',', '=', "'", '"', '"""', '#', '\\'],
  ...[
    '`',
    '${',
    '=>',
    ';',
    '/',
    '/*',
    '*/',
    'return ',
    'async ',
    'await ',
    'yield ',
    'lambda: 0',
    '\f',
    '\r',
    '\ufeff',
  ],
  ...[
    'class A:\n    pass\n',
    'x = 1\n',
    'export default class extends A {}\n',
    "network['e'] = 1\n",
    'if x:\n',
    'else:\n',
  ],
);
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  taken: fc.constantFrom(0, 0, 1, 5, 40),
  put,
});

function changed(text: string, { at, taken, put }: { at: number; taken: number; put: string }): string {
  const start = Math.round(at * text.length);
  return text.slice(0, start) + put + text.slice(start + taken);
}

function plain({ name, start, end, children, isError, broken }: Syntax): unknown {
  return [name, start, end, isError, broken, children.map(plain)];
}

for (const language of ['python', 'javascript'] as const) {
  const source = (text: string): { uri: string; language: DriverLanguage; text: string } => {
    return { uri: 'file:///driver', language, text };
  };
  const classes = (count: number): string =>
    Array.from({ length: count }, (_, index) => CLASS[language](index)).join('');
  const parse = (text: string, earlier?: SyntaxTree): SyntaxTree =>
    parseSyntax(PARSERS[language], text, new Set(), earlier?.parsed);

  describe(`a driver in ${language} after an edit`, () => {
    it('reads as one that is read afresh', () => {
      const base = classes(12);
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
          const parsed = new ParsedSources();
          let text = base;
          for (const change of changes) {
            text = changed(text, change);
            assert.deepEqual(
              readDriver(source(text), () => undefined, parsed),
              readDriver(source(text), () => undefined),
            );
          }
        }),
        { numRuns: 25 },
      );
    }).timeout(60_000);

    it('has the syntax tree that it would have afresh', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 30 }),
          fc.array(change, { minLength: 1, maxLength: 4 }),
          (count, changes) => {
            let text = classes(count);
            let tree = parse(text);
            for (const change of changes) {
              text = changed(text, change);
              tree = parse(text, tree);
              assert.deepEqual(plain(tree.root), plain(parse(text).root));
            }
          },
        ),
      );
    }).timeout(60_000);

    it('has that tree whichever character is put in or taken out', () => {
      const text = STRINGS[language] + classes(1);
      const before = parse(text);
      assert.equal(before.firstError, undefined);
      for (let at = 0; at <= text.length; at++)
        for (const after of ['x', '_', ''].map((put) => text.slice(0, at) + put + text.slice(put === '' ? at + 1 : at)))
          assert.deepEqual(plain(parse(after, before).root), plain(parse(after).root), after);
    }).timeout(60_000);

    it('is not parsed again while one types a word in a string', () => {
      const text = STRINGS[language] + classes(1);
      const before = parse(text);
      const after = text.replace("'h'", "'hi'");
      const parses = watchParses(() => parse(text.replace("'h'", "'_'"), parse(after, before)));
      assert.deepEqual(parses, []);
      assert.notEqual(after, text);
      assert.equal(watchParses(() => parse(text.replace("'h'", "'h i'"), before)).length, 1);
    });

    it('keeps what was parsed of the classes that the edit leaves alone', () => {
      const text = classes(200);
      const before = parse(text);
      const after = parse(text.replace('key_100', 'key_1000'), before);
      const known = new Set(treesIn(before));
      const parsedAgain = treesIn(after).filter((tree) => !known.has(tree));
      assert.ok(parsedAgain.length < treesIn(after).length / 8, `${parsedAgain.length} of ${treesIn(after).length}`);
    });
  });
}

/** The subtrees that the parser keeps or makes as a whole. */
function treesIn({ parsed }: SyntaxTree): readonly Tree[] {
  const trees = parsed ? [parsed.tree] : [];
  for (const tree of trees) trees.push(...tree.children.filter((child) => child instanceof Tree));
  return trees;
}
