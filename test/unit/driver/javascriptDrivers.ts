import { type DriverCase, javascriptBody, text } from './driverCase';

/** A driver whose method has this body. */
function body(name: string, complete: boolean, ...lines: readonly string[]): DriverCase {
  return { name, complete, source: javascriptBody(...lines) };
}

function source(name: string, complete: boolean, ...lines: readonly string[]): DriverCase {
  return { name, complete, source: text(...lines) };
}

const RETURNS_NETWORK = '  getVIFConfiguration(instance, network) { return network; }';

export const javascriptDrivers: readonly DriverCase[] = [
  source(
    'a declared static list',
    true,
    'export default class Driver {',
    '  static outputKeys = [\'<|a|>\', "<|b|>"];',
    RETURNS_NETWORK,
    '}',
  ),
  source(
    'a declared list of an instance',
    true,
    'export default class Driver {',
    "  outputKeys = ['<|a|>'];",
    RETURNS_NETWORK,
    '}',
  ),
  source(
    'a list that is assigned to the class',
    true,
    'class Driver {',
    RETURNS_NETWORK,
    '}',
    "Driver.outputKeys = ['<|a|>'];",
    'export { Driver as default };',
  ),
  source(
    'a frozen constant',
    true,
    "const KEYS = Object.freeze(['<|a|>']);",
    'export default class Driver {',
    "  static outputKeys = [...KEYS, '<|b|>'];",
    RETURNS_NETWORK,
    '}',
  ),
  source(
    'a class without a name',
    true,
    'export default class {',
    "  getVIFConfiguration() { return { '<|a|>': 1 }; }",
    '}',
  ),
  source(
    'a class that is exported by its name',
    true,
    'class Driver { getVIFConfiguration() { return { <|a|>: 1 }; } }',
    'export default Driver;',
  ),
  source('CommonJS', true, 'module.exports = class Driver { getVIFConfiguration() { return { <|a|>: 1 }; } };'),
  source('plug', true, 'export default class Driver { plug(instance, network, mapping) { return { <|a|>: 1 }; } }'),
  body('nothing', true, 'return network;'),
  body('assignment', true, 'network.<|a|> = 1;', "network['<|b|>'] = 2;", 'network[`<|c|>`] = 3;', 'return network;'),
  body('assignment if there is none', true, 'network.<|a|> ??= 1;', 'return network;'),
  body(
    'an object literal',
    true,
    'const <|a|> = 1;'.replace('<|a|>', 'a'),
    "return { <|a|>, <|b|>: 2, '<|c-d|>': 3, ['<|e|>']: 4 };",
  ),
  body('spread', true, 'return { ...network, <|a|>: 1 };'),
  body('Object.assign', true, 'return Object.assign(network, { <|a|>: 1 });'),
  body('a copy leaves the other as it was', true, 'const other = { ...network };', 'other.a = 1;', 'return network;'),
  body('a loop over a literal', true, "for (const key of ['<|a|>', '<|b|>']) network[key] = 1;", 'return network;'),
  body('both branches', true, 'if (instance.x) network.<|a|> = 1;', 'else network.<|b|> = 1;', 'return network;'),
  body('an early return', true, 'if (instance.x) return { <|a|>: 1 };', 'return { <|b|>: 1 };'),
  body(
    'switch',
    true,
    'switch (instance.x) {',
    '  case 1: network.<|a|> = 1; break;',
    '  default: network.<|b|> = 1;',
    '}',
    'return network;',
  ),
  body('try and catch', true, 'try { network.<|a|> = 1; } catch (error) { network.<|b|> = 1; }', 'return network;'),
  body('delete', true, 'network.a = 1;', 'delete network.a;', 'network.<|b|> = 1;', 'return network;'),
  source(
    'a private method',
    true,
    'export default class Driver {',
    '  #fill(target) { target.<|a|> = 1; }',
    '  getVIFConfiguration(instance, network) { this.#fill(network); return network; }',
    '}',
  ),
  source(
    'a function of the file',
    true,
    'const make = () => ({ <|a|>: 1 });',
    'export default class Driver {',
    '  getVIFConfiguration(instance, network) { return { ...make(), <|b|>: 1 }; }',
    '}',
  ),
  source(
    'a base class by super',
    true,
    'class Base { getVIFConfiguration(instance, network) { network.<|a|> = 1; return network; } }',
    'export default class Driver extends Base {',
    '  getVIFConfiguration(instance, network) { return { ...super.getVIFConfiguration(instance, network), <|b|>: 1 }; }',
    '}',
  ),
  source(
    'an async method',
    true,
    'export default class Driver {',
    '  async getVIFConfiguration(instance, network) { network.<|a|> = await 1; return network; }',
    '}',
  ),
  body('a computed key', false, 'network[`${instance.name}`] = 1;', 'return network;'),
  body('a key out of the request', false, 'network[instance.name] = 1;', 'return network;'),
  body('an unknown function', false, 'ask(network);', 'return network;'),
  body('an unknown result', false, 'return this.client.show();'),
  body('an unknown object', false, 'return { ...instance, <|a|>: 1 };'),
  body('arguments', false, 'arguments[1].x = 1;', 'return network;'),
  body('eval', false, "eval('network.a = 1');", 'return network;'),
  source(
    'a base class from elsewhere, which is asked',
    false,
    "import { Other } from './other.js';",
    'export default class Driver extends Other {',
    '  getVIFConfiguration(instance, network) { return super.getVIFConfiguration(instance, network); }',
    '}',
  ),
  source(
    'a declared list that cannot be read',
    false,
    'export default class Driver {',
    '  static outputKeys = keys();',
    '  getVIFConfiguration() { return { <|a|>: 1 }; }',
    '}',
  ),
];
