import { type DriverCase, text } from './driverCase';

type Files = Readonly<Record<string, string>>;

const BASE = text(
  'export class Base { getVIFConfiguration(instance, network) { network.<|base|> = 1; return network; } }',
);
const PARTS = text(
  "export const KEY = '<|a|>';",
  "export const KEYS = ['<|b|>'];",
  'export function fill(target) { target.<|c|> = 1; }',
);

/** A driver that asks its base class. */
function derived(name: string, complete: boolean, imports: string, base: string, files: Files): DriverCase {
  const asking = 'const result = super.getVIFConfiguration(instance, network); result.<|own|> = 1; return result;';
  const method = `getVIFConfiguration(instance, network) { ${asking} }`;
  const source = text(imports, `export default class Driver extends ${base} { ${method} }`);
  return { name, complete, source, files };
}

function source(name: string, complete: boolean, files: Files, ...lines: readonly string[]): DriverCase {
  return { name, complete, source: text(...lines), files };
}

/** Drivers that are made of several files. */
export const javascriptImports: readonly DriverCase[] = [
  derived('a base class', true, "import { Base } from './parts/base.mjs';", 'Base', { 'parts/base.mjs': BASE }),
  derived('by another name', true, "import { Base as B } from './base.mjs';", 'B', { 'base.mjs': BASE }),
  derived('the default export', true, "import Base from './base.mjs';", 'Base', {
    'base.mjs': `${BASE}export default Base;\n`,
  }),
  derived('by its module', true, "import * as parts from './base.mjs';", 'parts.Base', { 'base.mjs': BASE }),
  derived('a module that passes it on', true, "import { Other } from './parts.mjs';", 'Other', {
    'parts.mjs': "export { Base as Other } from './base.mjs';\n",
    'base.mjs': BASE,
  }),
  derived('a module that passes all on', true, "import { Base } from './parts.mjs';", 'Base', {
    'parts.mjs': "export * from './more.mjs';\nexport * from './base.mjs';\n",
    'more.mjs': "export * from './parts.mjs';\n",
    'base.mjs': BASE,
  }),
  derived('out of nowhere', false, "import { Base } from './nowhere.mjs';", 'Base', {}),
  derived('out of a library', false, "import { Base } from 'library';", 'Base', {
    'library.mjs': 'export class Base {}\n',
  }),
  derived('from outside of the search path', false, "import { Base } from '../base.mjs';", 'Base', {}),
  source(
    'functions and constants',
    true,
    { 'parts.mjs': PARTS },
    "import { KEY, KEYS, fill } from './parts.mjs';",
    'export default class Driver {',
    '  getVIFConfiguration(instance, network) {',
    '    network[KEY] = 1;',
    '    for (const key of KEYS) network[key] = 1;',
    '    fill(network);',
    '    return network;',
    '  }',
    '}',
  ),
  source(
    'a list that a function of its module changes',
    false,
    { 'parts.mjs': "export const KEYS = ['<|a|>'];\nexport function add(key) { KEYS.push(key); }\n" },
    "import { KEYS } from './parts.mjs';",
    'export default class Driver {',
    '  getVIFConfiguration(instance, network) { for (const key of KEYS) network[key] = 1; return network; }',
    '}',
  ),
  source(
    'CommonJS: names',
    true,
    {
      'base.cjs': text(
        'class Base { plug(instance, network) { network.<|base|> = 1; return network; } }',
        "module.exports = { Base, KEY: '<|a|>' };",
      ),
    },
    "const { Base, KEY } = require('./base.cjs');",
    'module.exports = class Driver extends Base {',
    '  plug(instance, network) { network[KEY] = 1; return super.plug(instance, network); }',
    '};',
  ),
  source(
    'CommonJS: one class',
    true,
    { 'base.cjs': 'module.exports = class { plug(instance, network) { network.<|base|> = 1; return network; } };\n' },
    "const Base = require('./base.cjs');",
    'module.exports = class Driver extends Base {};',
  ),
  source(
    'CommonJS: names that are given one by one',
    true,
    { 'parts.js': "exports.KEYS = ['<|a|>'];\nexports.fill = (target) => { target.<|b|> = 1; };\n" },
    "const parts = require('./parts');",
    'module.exports = class Driver {',
    '  plug(instance, network) { parts.fill(network); for (const key of parts.KEYS) network[key] = 1; return network; }',
    '};',
  ),
];
