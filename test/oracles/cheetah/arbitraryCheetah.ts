import fc from 'fast-check';
import type { PythonValue } from '../../../server/src/pythonValue';

/** Names that Python or Cheetah have as well, in front of the search list or behind it. */
const ODD_NAMES = ['type', 'id', 'str', 'len', 'time', 'title', 'request', 'items', 'self', 'class', 'None', '_x'];
/** Names that `#set` and `#for` give. */
const VARIABLES = ['x', 'y', 'nic', 'item', 'a'];

const anyName = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('a', 'b', 'name', 'nic', 'nics', 'vif_type', 'n') },
  { weight: 2, arbitrary: fc.constantFrom(...VARIABLES) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_NAMES, 'missing') },
);
const KEYS = ['a', 'b', 'name', 'mac', 'é', 'items', 'count'];

/** A value that JSON can hold. */
const { value: anyValue } = fc.letrec<{ value: PythonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<PythonValue>(null, true, false, '', 0n, 0.0, new Map(), []),
    fc.constantFrom<PythonValue>('802.1Qbh', 'bridge', 'a', '<b>&', "it's", 'é', '😀', 'a😀\n', '%s', '$a #if'),
    fc.constantFrom<PythonValue>(1n, 2n, -3n, 10n ** 20n, 1.5, -0.0, 1e16, 1e-7, 3.0),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4 })
      .map((entries) => new Map(Object.entries(entries))),
  ),
}));

const nic = fc
  .tuple(fc.constantFrom<PythonValue>('tap0', 'tap1', null), anyValue, anyValue)
  .map(([name, a, b]) => new Map<string, PythonValue>([['name', name], ['mac', '02:16:3e:00:00:01'], ['a', a], ['b', b]])); // prettier-ignore

/** What a template is rendered with: values of the kinds that the names promise, more often than not. */
export const arbitrarySearchList: fc.Arbitrary<ReadonlyMap<string, PythonValue>> = fc
  .tuple(
    fc.record<Record<string, PythonValue>>({
      a: anyValue,
      b: anyValue,
      name: fc.constantFrom('instance-1', 'é😀', ''),
      vif_type: fc.constantFrom('bridge', '802.1Qbh', 'ethernet'),
      n: fc.constantFrom(0n, 1n, 3n, -2n, 2.5),
      nic,
      nics: fc.array(nic, { maxLength: 3 }),
    }),
    fc.dictionary(fc.constantFrom(...ODD_NAMES, 'nics', 'n', 'x'), anyValue, { maxKeys: 5 }),
  )
  .map(([usual, odd]) => new Map([...Object.entries(usual), ...Object.entries(odd)]));

const literal = fc.constantFrom(
  '0', '1', '2', '10', '1.5', '2.0', "''", "'a'", '"b"', "'bridge'", "'802.1Qbh'", "'%s'", "'%5s|%d'", "'é😀'", 'None', 'True', 'False',
  '[]', '{}', '()', "[1, 'a']", "('a', 2)", "{'a': 1}", "[['a', 1], ['b', 2]]", "'a.b'", '100000000000000000000',
); // prettier-ignore

const members = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('.a', '.b', '.name', '.mac', '.items', '.upper') },
    { weight: 1, arbitrary: fc.constantFrom("['a']", '[0]', '[-1]', "['name']", '[ 0 ]') },
  ),
  { maxLength: 2 },
);

/** Chains such as `a.b['c'][0]`, without the `$`; most of them lead to a value. */
const chain = fc.oneof(
  { weight: 6, arbitrary: anyName },
  { weight: 5, arbitrary: fc.constantFrom('nic.name', 'nic.mac', 'nic.a', 'nic.b', "nic['name']", 'nics[0].name', "nic['mac'][-1]") },
  { weight: 1, arbitrary: fc.tuple(anyName, members).map(([name, links]) => name + links.join('')) },
); // prettier-ignore

const call = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'nic.name', 'nics', 'missing', 'x', '$b', 'a.', 'a.b', 'items'), fc.constantFrom('', ', False', ", 'd'", ', $a'))
    .map(([name, rest]) => `$getVar('${name}'${rest})`), // prettier-ignore
  fc
    .tuple(fc.constantFrom('varExists', 'hasVar'), chain)
    .map(([name, path]) => `$${name}('${path.replaceAll("'", '')}')`),
);

/** An expression as a directive may hold it. */
const { expression } = fc.letrec<{ expression: string; operand: string }>((tie) => ({
  operand: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: chain.map((path) => `$${path}`) },
    { weight: 3, arbitrary: literal },
    { weight: 2, arbitrary: call },
    { weight: 1, arbitrary: fc.constantFrom('$x', '$nic', '$n', '$y', 'nic', 'x') },
    { weight: 1, arbitrary: fc.constantFrom('len($name)', 'str($b)', '$str(1)', '$len($nics)') },
    { weight: 1, arbitrary: tie('expression').map((inner) => `(${inner})`) },
    { weight: 1, arbitrary: tie('expression').map((inner) => `[${inner}, 1]`) },
  ),
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: tie('operand') },
    {
      weight: 4,
      arbitrary: fc
        .tuple(tie('operand'), fc.constantFrom('==', '!=', ' == ', ' != ', '<', ' in ', ' not in ', ' is '), tie('operand'))
        .map((parts) => parts.join('')),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('operand'), fc.constantFrom('+', '-', '*', '/', '//', ' % ', ' + '), tie('operand'))
        .map((parts) => parts.join('')),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('$n', '1', '2.5', '$n // 2'), fc.constantFrom('+', '-', '*', '/', '//', '%', ' < ', ' >= '), fc.constantFrom('$n', '3', '-2'))
        .map((parts) => parts.join('')),
    },
    {
      weight: 2,
      arbitrary: tie('operand').chain((operand) => fc.constantFrom(`'%s' % ${operand}`, `'<%5s|%r>' % (${operand}, $n)`, `'a' + str(${operand})`, `$name * 2`, `'%05.1f' % $n`, `['a'] + [${operand}]`)),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(tie('operand'), fc.constantFrom(' and ', ' or '), tie('operand')).map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.tuple(tie('operand'), tie('operand'), tie('operand')).map(([a, b, c]) => `${a} < ${b} <= ${c}`) },
    { weight: 1, arbitrary: fc.tuple(tie('operand'), tie('operand'), tie('operand')).map(([a, b, c]) => `${a} if ${b} else ${c}`) },
    { weight: 2, arbitrary: tie('operand').map((operand) => `not ${operand}`) },
  ),
})); // prettier-ignore

const text = fc.constantFrom(
  'text', 'text', ' ', '\n', "<mac address='", "'/>\n", 'x', '<b>', '\n', "<mac address='", "'/>\n", '\\$a', '\\#if', '\\\\', '$5', '# no', 'é😀', '%', '{', '}', '  \n', '\t', "'''", '"', '\\n', '\\\n', '&amp;',
); // prettier-ignore

const placeholder = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(chain, fc.constantFrom(' ', '\n', "'", '')).map(([path, behind]) => `$${path}${behind}`),
  },
  { weight: 5, arbitrary: chain.map((path) => `\${${path}}`) },
  { weight: 1, arbitrary: chain.map((path) => `$(${path})`) },
  { weight: 1, arbitrary: chain.map((path) => `$[${path}]`) },
  { weight: 1, arbitrary: call },
  { weight: 1, arbitrary: chain.map((path) => `\${ ${path} }`) },
);

const indent = fc.constantFrom('', '', '', '  ', '\t', 'x ');
/** What may stand behind a directive on its line. */
const lineEnd = fc.constantFrom('\n', '\n', '\n', ' \n', '#\n', '# ', '#');

const statement = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom('$', '$', '', 'global $'), fc.constantFrom(...VARIABLES), fc.constantFrom('=', '=', '=', '=', '=', '=', '=', '=', '+=', '*='), expression).map(([sign, name, operator, of]) => `set ${sign}${name} ${operator} ${of}`) },
  { weight: 2, arbitrary: expression.map((of) => `echo ${of}`) },
  { weight: 1, arbitrary: fc.tuple(expression, expression, expression).map(([a, b, c]) => `if ${a} then ${b} else ${c}`) },
  { weight: 2, arbitrary: fc.constantFrom('slurp', 'slurp', 'slurp', 'slurp', 'pass', 'pass', 'pass', 'break', 'stop') },
); // prettier-ignore

/** A directive with white space around it. */
function directive(of: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(indent, of, lineEnd).map(([before, body, behind]) => `${before}#${body}${behind}`);
}

const loopHead = fc
  .tuple(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('$nic', '$nic', '$x', 'x', '$item') },
      { weight: 1, arbitrary: fc.constantFrom('$x, $y', '$a, $b') },
    ),
    fc.oneof({ weight: 12, arbitrary: fc.constantFrom('$nics', '$nics', "['a', 2]", "[['a', 1], ['b', 2]]") }, { weight: 1, arbitrary: expression }),
  )
  .map(([variables, items]) => `for ${variables} in ${items}`); // prettier-ignore

/** Nodes of every kind, one behind the other. */
const { nodes } = fc.letrec<{ nodes: string; node: string; block: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: text },
    { weight: 6, arbitrary: placeholder },
    { weight: 3, arbitrary: directive(statement) },
    { weight: 1, arbitrary: fc.constantFrom('## a note $a\n', '#* a note\n $b *#', '#raw\n$a #if\n#end raw\n', '  ## note\n', '#raw#$a#end raw#') },
    { weight: 4, arbitrary: tie('block') },
  ),
  block: fc.oneof(
    fc.tuple(directive(expression.map((of) => `if ${of}`)), tie('nodes'), directive(fc.constant('end if'))).map((parts) => parts.join('')),
    fc.tuple(directive(expression.map((of) => `unless ${of}`)), tie('nodes'), directive(fc.constant('end unless'))).map((parts) => parts.join('')),
    fc.tuple(directive(loopHead), tie('nodes'), directive(fc.constant('end for'))).map((parts) => parts.join('')),
    fc
      .tuple(
        directive(expression.map((of) => `if ${of}`)), tie('nodes'),
        directive(fc.tuple(fc.constantFrom('else if', 'elif'), expression).map((parts) => parts.join(' '))), tie('nodes'),
        directive(fc.constant('else')), tie('nodes'), directive(fc.constant('end if')),
      )
      .map((parts) => parts.join('')),
  ),
  nodes: fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
})); // prettier-ignore

/** A template whose syntax Cheetah mostly takes. */
export const arbitraryCheetah: fc.Arbitrary<string> = fc
  .array(nodes, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(''));
