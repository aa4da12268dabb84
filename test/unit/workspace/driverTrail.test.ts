import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DriverLookup } from '../../../server/src/check/view';
import { lookUpDriver } from './lookUpDriver';
import { Models } from '../../../server/src/workspace/models';

type Texts = Readonly<Record<string, string>>;

const FOLDER = 'file:///w';

function lookUp(name: string, texts: Texts): DriverLookup {
  const models = new Models();
  const textOf = (uri: string): string | undefined => texts[uri.slice(FOLDER.length + 1)];
  return lookUpDriver(name, [FOLDER], {
    exists: (uri) => textOf(uri) !== undefined,
    names: () => [],
    text: textOf,
    readDriver: (uri, language, resolve) => models.driver({ uri, language, text: textOf(uri) ?? '' }, resolve),
  });
}

const paths = (uris: readonly string[]): string => uris.map((uri) => uri.slice(FOLDER.length + 1)).join(' ');

/** Where a name leads: the files on the way, and the class in the last one; or what is there instead. */
function trail(name: string, texts: Texts): string {
  const lookup = lookUp(name, texts);
  switch (lookup.kind) {
    case 'found': {
      const { view, declaration, through } = lookup;
      const { start, end } = declaration.classSpan;
      return `${paths([...through, view.uri])}: ${view.text.slice(start, end)}`;
    }
    case 'no-class':
      return `no class in ${paths(lookup.through)} ${lookup.nearest.join(' ')}`.trimEnd();
    default:
      return lookup.kind;
  }
}

const INIT = 'drivers/__init__.py';
const QBH = 'drivers/qbh.py';
const CLASS = 'class QbhDriver: pass\n';
const THROUGH_PACKAGE = `${INIT} ${QBH}: QbhDriver`;

describe('following the name of a driver to its class', () => {
  const CASES: readonly (readonly [what: string, name: string, texts: Texts, expected: string])[] = [
    ['its own module', 'drivers.qbh.QbhDriver', { [QBH]: CLASS }, `${QBH}: QbhDriver`],
    ...[
      'from .qbh import QbhDriver',
      'from drivers.qbh import QbhDriver',
      'from drivers.qbh import QbhDriver as QbhDriver',
      'from .qbh import *',
      'from . import qbh\nQbhDriver = qbh.QbhDriver',
      'import drivers.qbh\nQbhDriver = drivers.qbh.QbhDriver',
      'if True:\n    from .qbh import QbhDriver',
    ].map(
      (source) =>
        [source.replace(/\n */, '; '), 'drivers.QbhDriver', { [INIT]: source, [QBH]: CLASS }, THROUGH_PACKAGE] as const,
    ),
    [
      'another name for it',
      'drivers.Driver',
      { [INIT]: 'from .qbh import QbhDriver as Driver', [QBH]: CLASS },
      THROUGH_PACKAGE,
    ],
    ['a name of the same module', 'qbh.Driver', { 'qbh.py': `${CLASS}Driver = QbhDriver` }, 'qbh.py qbh.py: QbhDriver'],
    [
      'several modules',
      'a.A',
      {
        'a.py': 'from b import B as A',
        'b.py': 'from c import *',
        'c.py': 'from d import D\nB = D',
        'd.py': 'class D: 0',
      },
      'a.py b.py d.py: D',
    ],
    [
      'the class of a module counts before the one that it imports, which the first is made of',
      'drivers.QbhDriver',
      { [INIT]: 'from .qbh import QbhDriver\nclass QbhDriver(QbhDriver): pass', [QBH]: CLASS },
      `${INIT}: QbhDriver`,
    ],
    ['a circle', 'a.A', { 'a.py': 'from b import A', 'b.py': 'from a import A' }, 'no class in a.py b.py'],
    ['a module that imports from itself', 'a.A', { 'a.py': 'from a import A' }, 'no class in a.py'],
    ['a module that is not there', 'a.A', { 'a.py': 'from b import A' }, 'no class in a.py'],
    ['a class that is not there', 'a.A', { 'a.py': 'from b import A', 'b.py': '' }, 'no class in a.py b.py'],
    ['no class', 'a.A', { 'a.py': 'from b import A', 'b.py': 'def A(): pass' }, 'no class in a.py b.py'],
    [
      'one of several, which only running tells',
      'a.A',
      { 'a.py': 'try:\n    from b import A\nexcept ImportError:\n    A = None', 'b.py': 'class A: pass' },
      'no class in a.py',
    ],
    [
      'a name that a function may give another class',
      'a.A',
      { 'a.py': 'from b import A\ndef swap(other):\n    global A\n    A = other', 'b.py': 'class A: pass' },
      'no class in a.py',
    ],
    ['outside of the search path', 'a.A', { 'a.py': 'from ..b import A' }, 'no class in a.py'],
    [
      'a misspelt name: those that lead to a class are suggested',
      'drivers.QbhDrvier',
      { [INIT]: 'from .qbh import QbhDriver\nfrom .qbh import QbhDrivers', [QBH]: CLASS },
      `no class in ${INIT} drivers.QbhDriver`,
    ],
    [
      'JavaScript: a default export',
      'qbh.QbhDriver',
      { 'qbh.mjs': "export { default } from './impl.mjs';", 'impl.mjs': 'export default class QbhDriver {}' },
      'qbh.mjs impl.mjs: QbhDriver',
    ],
    [
      'JavaScript: an import that is exported, of a class without a name',
      'qbh.QbhDriver',
      { 'qbh.mjs': "import Qbh from './impl.mjs'; export default Qbh;", 'impl.mjs': 'export default class {}' },
      'qbh.mjs impl.mjs: class',
    ],
    [
      'JavaScript: a CommonJS module',
      'qbh.QbhDriver',
      { 'qbh.cjs': "module.exports = require('./impl');", 'impl.cjs': 'module.exports = class QbhDriver {};' },
      'qbh.cjs impl.cjs: QbhDriver',
    ],
    [
      'JavaScript: a circle',
      'a.A',
      { 'a.mjs': "export { default } from './b.mjs';", 'b.mjs': "export { default } from './a.mjs';" },
      'no class in a.mjs',
    ],
  ];
  for (const [what, name, texts, expected] of CASES) {
    it(what, () => {
      assert.equal(trail(name, texts), expected);
    });
  }

  it('comes to an end whatever modules pass on to each other', () => {
    const modules = ['a', 'b', 'c'];
    const names = ['A', 'B'];
    const [module, name] = [fc.constantFrom(...modules), fc.constantFrom(...names, '*')];
    const line = fc.oneof(
      fc
        .tuple(module, name, fc.constantFrom(...names))
        .map(([from, what, as]) => (what === '*' ? `from ${from} import *` : `from ${from} import ${what} as ${as}`)),
      fc.constantFrom('A = B', 'B = A', 'class A: pass'),
    );
    const text = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.tuple(text, text, text), ([a, b, c]) => {
        const texts = { 'a.py': a, 'b.py': b, 'c.py': c };
        for (const start of modules.flatMap((each) => names.map((found) => `${each}.${found}`))) {
          const lookup = lookUp(start, texts);
          assert.ok(lookup.kind === 'found' || lookup.kind === 'no-class');
          if (lookup.kind === 'found') assert.ok(lookup.view.module.classes.includes(lookup.declaration));
        }
      }),
    );
  });
});
