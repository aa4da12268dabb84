import { type DriverCase, javascriptBody } from './driverCase';

/** A complete driver whose method has this body. */
function body(name: string, sometimes: readonly string[], ...lines: readonly string[]): DriverCase {
  return { name, complete: true, sometimes, source: javascriptBody(...lines) };
}

/** Which keys a driver provides only sometimes. */
export const javascriptConditions: readonly DriverCase[] = [
  body('a condition', ['a'], 'if (instance.x) network.<|a|> = 1;', 'return network;'),
  body('both branches', [], 'if (instance.x) network.<|a|> = 1;', 'else network.a = 2;', 'return network;'),
  body(
    'a condition and its contrary',
    [],
    'if (instance.x) network.<|a|> = 1;',
    'if (!instance.x) network.a = 2;',
    'return network;',
  ),
  body('returning nothing', [], 'if (instance.x) return null;', 'network.<|a|> = 1;', 'return network;'),
  body('an error', [], "if (instance.x) throw new Error('x');", 'network.<|a|> = 1;', 'return network;'),
  body(
    'switch with a case that goes on',
    ['a'],
    'switch (instance.x) {',
    '  case 1: network.<|a|> = 1;',
    '  case 2: network.<|b|> = 1; break;',
    '  default: network.b = 2;',
    '}',
    'return network;',
  ),
  body('switch without a default', ['a'], 'switch (instance.x) { case 1: network.<|a|> = 1; }', 'return network;'),
  body(
    'conditional spreads',
    ['b', 'c'],
    'return { ...network, <|a|>: 1, ...(instance.x && { <|b|>: 1 }), ...(instance.y ? { <|c|>: 1 } : {}) };',
  ),
  body('assignment if there is none', [], 'network.<|a|> ??= 1;', 'return network;'),
  body(
    'only if it is missing',
    [],
    'if (network.a === undefined) network.<|a|> = 1;',
    "if (!('b' in network)) network.<|b|> = 1;",
    'return network;',
  ),
  body('delete', ['a'], 'network.<|a|> = 1;', 'if (instance.x) delete network.a;', 'return network;'),
  body(
    'forEach',
    ['b'],
    "['<|a|>'].forEach((key) => { network[key] = 1; });",
    'instance.nics.forEach(() => { network.<|b|> = 1; });',
    'return network;',
  ),
  body('a loop that may not run', ['a'], 'for (const nic of instance.nics) network.<|a|> = nic;', 'return network;'),
  body('do … while', [], 'do { network.<|a|> = 1; } while (instance.q);', 'return network;'),
  body(
    'an error before the key is set',
    ['a', 'b'],
    'try { network.<|a|> = JSON.parse(instance.x); } catch { network.<|b|> = 1; }',
    'return network;',
  ),
  body('Object.assign', ['b'], 'return Object.assign({ <|a|>: 1 }, instance.x ? { <|b|>: 1 } : null);'),
];
