import { type DriverCase, text } from './driverCase';

type Files = Readonly<Record<string, string>>;

const METHOD = '    def getVIFConfiguration(self, instance, network):';
const BASE = text('class Base(object):', METHOD, "        network['<|base|>'] = 1", '        return network');

/** A driver that asks its base class. */
function derived(name: string, complete: boolean, imports: string, base: string, files: Files): DriverCase {
  const asking = ['        result = super().getVIFConfiguration(instance, network)', "        result['<|own|>'] = 1"];
  const source = text(imports, `class Driver(${base}):`, METHOD, ...asking, '        return result');
  return { name, complete, source, files };
}

/** A driver whose method has this body. */
function body(name: string, complete: boolean, files: Files, imports: string, ...lines: readonly string[]): DriverCase {
  const source = text(
    imports,
    'class Driver:',
    METHOD,
    ...lines.map((line) => `        ${line}`),
    '        return network',
  );
  return { name, complete, source, files };
}

const UNMARKED = BASE.replace(/<\||\|>/g, '');

/** Drivers that are made of several files. */
export const pythonImports: readonly DriverCase[] = [
  derived('a base class', true, 'from parts.base import Base', 'Base', { 'parts/base.py': BASE }),
  derived('by another name', true, 'from parts.base import Base as B', 'B', { 'parts/base.py': BASE }),
  derived('by its module', true, 'import parts.base', 'parts.base.Base', { 'parts/base.py': BASE }),
  derived('by its module, of a package', true, 'import parts.base', 'parts.base.Base', {
    'parts/__init__.py': '',
    'parts/base.py': BASE,
  }),
  derived("by its module's other name", true, 'import parts.base as b', 'b.Base', { 'parts/base.py': BASE }),
  derived('by a module of a package', true, 'from parts import base', 'base.Base', { 'parts/base.py': BASE }),
  derived('out of a package that passes it on', true, 'from parts import Base', 'Base', {
    'parts/__init__.py': 'from .base import Base\n',
    'parts/base.py': BASE,
  }),
  derived('over relative imports', true, 'from parts.middle import Base', 'Base', {
    'parts/__init__.py': '',
    'parts/middle.py': 'from . import base\nfrom .inner.more import Extra\nclass Base(Extra, base.Base):\n    pass\n',
    'parts/inner/__init__.py': '',
    'parts/inner/more.py': 'from .. import base\nclass Extra(base.Base):\n    pass\n',
    'parts/base.py': BASE,
  }),
  derived('with all names', true, 'from base import *', 'Base', { 'base.py': BASE }),
  derived('with the names of __all__', true, 'from base import *', 'Base', {
    'base.py': `__all__ = ['Base']\n${BASE}`,
  }),
  derived('with all names but this', false, 'from base import *', 'Base', {
    'base.py': `__all__ = ['Other']\n${UNMARKED}`,
  }),
  body('all names out of nowhere, of which none is used', true, {}, 'from nowhere import *', "network['<|a|>'] = 1"),
  derived('out of nowhere', false, 'from nowhere import Base', 'Base', {}),
  derived('a module that has no such name', false, 'from base import Bass', 'Bass', { 'base.py': UNMARKED }),
  derived('modules that import each other', true, 'from base import Base', 'Base', {
    'base.py': `import driver\n${BASE}`,
  }),
  derived('names that lead round in a circle', false, 'from b import Base', 'Base', {
    'b.py': 'from c import Base\n',
    'c.py': 'from b import Base\n',
  }),
  derived('a line of base classes', true, 'from m0 import Base', 'Base', {
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [
        `m${at}.py`,
        `from m${at + 1} import Base as Next\nclass Base(Next): pass\n`,
      ]),
    ),
    'm20.py': BASE,
  }),
  body(
    'functions and constants',
    true,
    {
      'parts.py': text(
        "KEY = '<|a|>'",
        "KEYS = ['<|b|>', '<|c|>']",
        "DEFAULTS = {'<|d|>': 1}",
        'def fill(target):',
        "    target['<|e|>'] = 1",
      ),
    },
    'import parts\nfrom parts import KEY, fill',
    'network[KEY] = 1',
    'for key in parts.KEYS: network[key] = 1',
    'network.update(parts.DEFAULTS)',
    'fill(network)',
  ),
  body(
    'an import in the method',
    true,
    { 'parts.py': "KEY = '<|a|>'\n" },
    '',
    'from parts import KEY',
    'network[KEY] = 1',
  ),
  body(
    'a constant, or one in its stead where there is no module',
    true,
    { 'parts.py': "KEY = 'a'\n" },
    "try:\n    from parts import KEY\nexcept ImportError:\n    KEY = '<|a|>'",
    'network[KEY] = 1',
  ),
  body(
    'a dictionary that a function of its module changes',
    false,
    { 'parts.py': "DEFAULTS = {'<|a|>': 1}\ndef add(key):\n    DEFAULTS[key] = 1\n" },
    'from parts import DEFAULTS',
    'network.update(DEFAULTS)',
  ),
  body(
    'a dictionary that a function of the driver changes',
    false,
    { 'parts.py': "DEFAULTS = {'<|a|>': 1}\n" },
    'import parts\ndef add(key):\n    parts.DEFAULTS[key] = 1',
    'network.update(parts.DEFAULTS)',
  ),
  body(
    'a constant that a function of the driver sets',
    false,
    { 'parts.py': "KEY = '<|a|>'\n" },
    'import parts\ndef change(key):\n    parts.KEY = key',
    'network[parts.KEY] = 1',
  ),
  body(
    'a module that changes code does not matter where nothing of it touches the keys',
    true,
    { 'parts.py': "def log(text):\n    globals()['last'] = text\n" },
    'import parts',
    "parts.log('text')",
    "network['<|a|>'] = 1",
  ),
  body(
    'a module with a fault',
    false,
    { 'parts.py': 'def fill(target:\n    pass\n' },
    'from parts import fill',
    'fill(network)',
    "network['<|a|>'] = 1",
  ),
  {
    name: 'a list of keys',
    complete: true,
    files: { 'parts.py': "KEYS = ['<|a|>']\n" },
    source: text(
      'from parts import KEYS',
      'class Driver:',
      "    output_keys = KEYS + ['<|b|>']",
      METHOD,
      '        return dict(network, a=1, b=2)',
    ),
  },
];
