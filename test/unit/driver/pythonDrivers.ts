/** A driver, the keys that reading should find in it (marked), and whether that is all of them. The class is `Driver`. */
export interface DriverCase {
  readonly name: string;
  readonly source: string;
  readonly complete: boolean;
}

/** A driver whose method has this body. */
function body(name: string, complete: boolean, ...lines: readonly string[]): DriverCase {
  const method = [
    'class Driver:',
    '    def getVIFConfiguration(self, instance, network):',
    ...lines.map((line) => `        ${line}`),
  ];
  return { name, complete, source: `${method.join('\n')}\n` };
}

function source(name: string, complete: boolean, ...lines: readonly string[]): DriverCase {
  return { name, complete, source: `${lines.join('\n')}\n` };
}

const RETURNS_NETWORK = '    def getVIFConfiguration(self, instance, network): return network';

export const pythonDrivers: readonly DriverCase[] = [
  // What is declared.
  source('a declared list', true, 'class Driver:', "    output_keys = ['<|a|>', '<|b|>']", RETURNS_NETWORK),
  source(
    'a declared tuple without parentheses',
    true,
    'class Driver:',
    "    output_keys = '<|a|>', '<|b|>'",
    RETURNS_NETWORK,
  ),
  source('a declared frozenset', true, 'class Driver:', '    output_keys = frozenset(["<|a|>"])', RETURNS_NETWORK),
  source(
    'a declared list out of a constant and another',
    true,
    "KEYS = ('<|a|>', '<|b|>')",
    'class Driver:',
    "    output_keys = KEYS + ('<|c|>',)",
    RETURNS_NETWORK,
  ),
  source(
    "a base class's list",
    true,
    'class Base:',
    "    output_keys = ['<|a|>']",
    'class Driver(Base):',
    "    output_keys = Base.output_keys + ['<|b|>']",
    RETURNS_NETWORK,
  ),
  source(
    'a list is a promise, whatever the code does',
    true,
    'class Driver:',
    "    output_keys = ['<|a|>']",
    '    def getVIFConfiguration(self, instance, network):',
    '        return ask(network)',
  ),
  source(
    'a declared list that cannot be read',
    false,
    'class Driver:',
    '    output_keys = keys()',
    '    def getVIFConfiguration(self, instance, network):',
    "        return {'<|a|>': 1}",
  ),
  // What is put into the dictionary.
  body('nothing', true, 'return network'),
  body('assignment', true, "network['<|a|>'] = 1", 'return network'),
  body('update with a display, and with keywords', true, "network.update({'<|a|>': 1}, <|b|>=2)", 'return network'),
  body('update with pairs', true, "network.update([('<|a|>', 1)])", 'return network'),
  body('setdefault', true, "network.setdefault('<|a|>', 1)", 'return network'),
  body('dict()', true, 'return dict(network, <|a|>=1)'),
  body('a display that unpacks another', true, "return {**network, '<|a|>': 1}"),
  body('a copy', true, 'result = dict(network)', "result['<|a|>'] = 1", 'return result'),
  body('a copy leaves the other as it was', true, 'other = network.copy()', "other['a'] = 1", 'return network'),
  body('a dictionary that is not returned', true, "other = {'a': 1}", "return {'<|b|>': other}"),
  body('an alias', true, 'result = network', "result['<|a|>'] = 1", 'return network'),
  body('a loop over a literal', true, "for key in ('<|a|>', '<|b|>'):", '    network[key] = 1', 'return network'),
  body('a comprehension over a literal', true, "return {key: 1 for key in ['<|a|>', '<|b|>']}"),
  body('zip', true, "return dict(zip(('<|a|>', '<|b|>'), range(2)))"),
  body('adjacent strings', true, "network['<|a' 'b|>'] = 1", 'return network'),
  // What is taken out again.
  body('del', true, "network['a'] = 1", "del network['a']", "network['<|b|>'] = 1", 'return network'),
  body(
    'del in a branch: the key may still be there',
    true,
    "network['<|a|>'] = 1",
    "if instance.get('x'):",
    "    del network['a']",
    'return network',
  ),
  // Ways through the method.
  body(
    'both branches',
    true,
    'if instance:',
    "    network['<|a|>'] = 1",
    'else:',
    "    network['<|b|>'] = 1",
    'return network',
  ),
  body('an early return', true, "if instance.get('x'):", "    return {'<|a|>': 1}", "return {'<|b|>': 1}"),
  body(
    'try, except and finally',
    true,
    'try:',
    "    network['<|a|>'] = 1",
    'except KeyError:',
    "    network['<|b|>'] = 1",
    'finally:',
    "    network['<|c|>'] = 1",
    'return network',
  ),
  body('with', true, 'import threading', 'with threading.Lock():', "    network['<|a|>'] = 1", 'return network'),
  body('a nested function', true, 'def add(key):', '    network[key] = 1', "add('<|a|>')", 'return network'),
  body('nothing that is ever returned', false, 'raise NotImplementedError()'),
  // Helpers and classes of the same file.
  source(
    'a helper method that is handed the dictionary',
    true,
    'class Driver:',
    '    def getVIFConfiguration(self, instance, network):',
    '        self.fill(network)',
    '        return network',
    '    def fill(self, target):',
    "        target['<|a|>'] = 1",
  ),
  source(
    'the result of a function',
    true,
    'def make():',
    "    return {'<|a|>': 1}",
    'class Driver:',
    '    def getVIFConfiguration(self, instance, network):',
    '        return dict(make(), <|b|>=1)',
  ),
  source(
    'constants of the module and of the class',
    true,
    "KEY = '<|a|>'",
    'class Driver:',
    "    defaults = {'<|b|>': 1}",
    '    def getVIFConfiguration(self, instance, network):',
    '        network[KEY] = 1',
    '        return {**network, **self.defaults}',
  ),
  source(
    'a base class by super()',
    true,
    'class Base:',
    '    def getVIFConfiguration(self, instance, network):',
    "        network['<|a|>'] = 1",
    '        return network',
    'class Driver(Base):',
    '    def getVIFConfiguration(self, instance, network):',
    '        return dict(super().getVIFConfiguration(instance, network), <|b|>=1)',
  ),
  source(
    'an inherited method',
    true,
    'class Base(object):',
    '    def getVIFConfiguration(self, instance, network):',
    "        return {'<|a|>': 1}",
    'class Driver(Base):',
    '    pass',
  ),
  source(
    'plug',
    true,
    'class Driver:',
    '    def plug(self, instance, network, mapping):',
    "        return {'<|a|>': 1}",
  ),
  source(
    'getVIFConfiguration before plug',
    true,
    'class Driver:',
    '    def plug(self, instance, network, mapping):',
    "        return {'a': 1}",
    '    def getVIFConfiguration(self, instance, network):',
    "        return {'<|b|>': 1}",
  ),
  source(
    'a base class from elsewhere, which the method does not ask',
    true,
    'from os import PathLike as Other',
    'class Driver(Other):',
    '    def getVIFConfiguration(self, instance, network):',
    "        return {'<|a|>': 1}",
  ),
  // Where reading cannot tell.
  body('an f-string', false, "network[f'{instance}'] = 1", 'return network'),
  body('a computed key', false, "network['a' + str(instance)] = 1", 'return network'),
  body('a key out of the request', false, "network[instance['name']] = 1", 'return network'),
  body('a function that is not in the file', false, 'ask(network)', "network['<|a|>'] = 1", 'return network'),
  body('the result of an unknown method', false, 'return self.client.show()'),
  body('an unknown dictionary', false, 'return dict(instance, <|a|>=1)'),
  body('a comprehension over unknown keys', false, 'return {key: 1 for key in instance}'),
  body('exec', false, 'exec("network[\'a\'] = 1")', 'return network'),
  body('locals', false, 'a = 1', 'return locals()'),
  body('a generator', false, "network['a'] = 1", 'yield network'),
  body('a callback that somebody else may call', false, 'self.later(lambda: network.update(x=1))', 'return network'),
  source(
    'an unknown decorator',
    false,
    'class Driver:',
    '    @wrapped',
    '    def getVIFConfiguration(self, instance, network):',
    "        return {'<|a|>': 1}",
  ),
  source(
    'a base class from elsewhere, which is asked',
    false,
    'from os import PathLike as Other',
    'class Driver(Other):',
    '    def getVIFConfiguration(self, instance, network):',
    "        network['<|a|>'] = 1",
    '        return super().getVIFConfiguration(instance, network)',
  ),
  source(
    'a metaclass',
    false,
    'class Driver(metaclass=Meta):',
    '    def getVIFConfiguration(self, instance, network):',
    "        return {'<|a|>': 1}",
  ),
  source(
    'the mapping',
    false,
    'class Driver:',
    '    def plug(self, instance, network, mapping):',
    '        return dict(mapping, <|a|>=1)',
  ),
];
