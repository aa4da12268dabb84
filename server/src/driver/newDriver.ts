const INDENT = '    ';
/** How long a line may be, by Python's own style guide. */
const WIDTH = 79;

function outputKeys(keys: readonly string[]): readonly string[] {
  const items = keys.map((key) => `'${key}'`);
  const line = `output_keys = [${items.join(', ')}]`;
  if (INDENT.length + line.length <= WIDTH) return [line];
  return ['output_keys = [', ...items.map((item) => `${INDENT}${item},`), ']'];
}

/**
 * The lines of a Python class that is a VIF driver and provides exactly `keys`, in their order, each read from the network
 * dictionary: a start that runs. `keys` are keys of placeholders, so none holds a quote. Runs in Python 2 as well.
 */
export function newPythonDriver(className: string, keys: readonly string[]): readonly string[] {
  const body = [
    '"""A VIF driver: it provides the values of the placeholders of a VIF template."""',
    '',
    ...outputKeys(keys),
    '',
    'def getVIFConfiguration(self, instance, network):',
    `${INDENT}return {`,
    ...keys.map((key) => `${INDENT}${INDENT}'${key}': network.get('${key}'),`),
    `${INDENT}}`,
  ];
  return [`class ${className}(object):`, ...body.map((line) => (line === '' ? '' : INDENT + line))];
}
