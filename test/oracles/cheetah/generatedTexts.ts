import fc from 'fast-check';

const name = fc.constantFrom('a', 'b', 'nic', 'a.b', 'nic.name', 'x1', '_p');
const variable = name.map((it) => `$${it}`);

/** Expressions that Python understands, and some that it does not. */
const atom = fc.oneof(
  { weight: 4, arbitrary: variable },
  fc.constantFrom(
    "'k'",
    '"q"',
    '1',
    '0',
    '2.5',
    '2.',
    'True',
    'None',
    'False',
    "''",
    '[]',
    '{}',
    '()',
    'a',
    "'#'",
    "'$a'",
    "r'\\d'",
  ),
  fc.constantFrom(
    "$f($a, 'y')",
    "$a['k']",
    '$a[0].b',
    '$a[0]b',
    '$f(1)(2)',
    '$f()',
    "$getVar('a', 1)",
    '($a)',
    '(1, 2)',
  ),
);
const oddAtom = fc.constantFrom(
  ...[
    '',
    '$',
    '${a}',
    '$(a)',
    '$!a',
    '$5',
    '0777',
    '1__0',
    "'open",
    '"',
    "'''a\nb'''",
    "b'x'",
    "f'x'",
    "c'$a'",
    'lambda: 1',
    '*a',
  ],
  ...[
    'a b',
    'if',
    'not',
    '\\',
    '\\\n',
    '$a=1',
    "'\\x'",
    '[1',
    '1]',
    '{',
    '}',
    '(\n1\n)',
    '($a\nor $b)',
    '...',
    '`a`',
    '?',
    'é',
    '$aé',
  ],
  ...[
    '$a$b',
    'x$b',
    '$f(x=1)',
    '[x for x in $a]',
    '$a[1:2]',
    '$a.',
    '$a..b',
    ';',
    'a; b',
    '# c',
    '(1 # c\n)',
    'print a',
    '<%',
    '%>',
  ],
  ...[
    "'a' 'b'",
    "ur'x'",
    '1L',
    '1j',
    'x := 1',
    '(x := 1)',
    '$a.b.c()',
    "'x'.upper()",
    '$f(a\nb)',
    '$f(1, # c\n2)',
    '$_("x")',
    "'\\\n'",
  ],
);
const operator = fc.constantFrom(
  ...[
    ' == ',
    ' != ',
    ' < ',
    ' in ',
    ' not in ',
    ' is ',
    ' is not ',
    ' and ',
    ' or ',
    ' + ',
    ' - ',
    '*',
    ' % ',
    '//',
    ' ** ',
  ],
);
const oddOperator = fc.constantFrom(
  ' = ',
  ' <> ',
  ' ',
  ',',
  ', ',
  ' | ',
  ' >> ',
  ' @ ',
  ' if ',
  ' else ',
  ' then ',
  ' for ',
  ': ',
  '=',
  '\n',
  ' == not ',
);

function joined(left: fc.Arbitrary<string>, sign: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(left, fc.array(fc.tuple(sign, left), { maxLength: 2 }))
    .map(([first, rest]) => first + rest.flat().join(''));
}

const prefixed = fc
  .tuple(fc.constantFrom('', '', '', 'not ', '-', 'not not '), joined(atom, operator))
  .map((it) => it.join(''));
const conditional = fc
  .tuple(prefixed, prefixed, prefixed)
  .map(([value, condition, other]) => `${value} if ${condition} else ${other}`);
export const expression = fc.oneof({ weight: 6, arbitrary: prefixed }, conditional);
const oddExpression = joined(fc.oneof(atom, oddAtom), fc.oneof(operator, oddOperator));

const text = fc.constantFrom(
  ...[
    'x',
    ' ',
    '  ',
    '<a b="1"/>',
    'é🖧',
    '\\$a',
    '\\#if',
    '# no',
    '#fff',
    '&#10;',
    '#!',
    '$5',
    '$$',
    '\\',
    '\t',
    "'",
    '"',
    '#x ',
    '##',
    '.b',
    '(x)',
    '[0]',
  ],
);
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const line = fc.tuple(fc.array(text, { maxLength: 3 }), lineEnd).map(([parts, end]) => parts.join('') + end);

const placeholder = (inside: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    variable,
    inside.map((it) => `\${${it}}`),
    inside.map((it) => `$(${it})`),
    inside.map((it) => `$[${it}]`),
    inside.map((it) => `\${ ${it} }`),
  );

const indent = fc.constantFrom('', '', '  ', '\t', 'x');
const behind = fc.constantFrom('', '', '', '#', ' ', ' ## note', ' ##', ':', ': ## note', '#x', '##', '##if');
const simple = fc.constantFrom(
  '#pass',
  '#slurp',
  '#break',
  '#continue',
  '#stop',
  '## note',
  '##',
  '####',
  '#* c *#',
  '#* a\nb *#',
  '#',
  '# ',
  '#raw',
  '#pass x',
  '##doc: a',
);
const set = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('#set $a = ', '#set global $a = ', '#set a += ', '#set $b=', '#set local $b = '), value)
    .map((it) => it.join(''));
const statement = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    simple,
    set(value),
    value.map((it) => `#echo ${it}`),
    fc.tuple(value, value, value).map(([a, b, c]) => `#if ${a} then ${b} else ${c}`),
  );

/** A directive with what stands around it, as one or more lines. */
function around(directive: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(indent, directive, behind, lineEnd).map((it) => it.join(''));
}

const { sound } = fc.letrec<{ sound: string; piece: string; block: string }>((tie) => ({
  sound: fc.array(tie('piece'), { maxLength: 4 }).map((it) => `${it.join('')}t\n`),
  piece: fc.oneof(
    { maxDepth: 4 },
    line,
    fc.tuple(placeholder(expression), fc.oneof(text, lineEnd)).map((it) => it.join('')),
    around(statement(expression)),
    tie('block'),
  ),
  block: fc.oneof(
    fc
      .tuple(
        indent,
        fc.constantFrom('if', 'unless'),
        expression,
        behind,
        lineEnd,
        tie('sound'),
        fc.array(fc.tuple(fc.constantFrom('#else if ', '#elif '), expression, lineEnd, tie('sound')), { maxLength: 2 }),
        fc.option(tie('sound')),
        indent,
      )
      .map(([blanks, directive, condition, rest, end, body, branches, other, last]) => {
        const more = branches.map((it) => it.join('')).join('');
        return `${blanks}#${directive} ${condition}${rest}${end}${body}${more}${other === null ? '' : `#else\n${other}`}${last}#end ${directive}\n`;
      }),
    fc
      .tuple(
        indent,
        fc.constantFrom('$a', '$a, $b', 'x', '($a, $b)'),
        expression,
        behind,
        lineEnd,
        tie('sound'),
        indent,
      )
      .map(
        ([blanks, names, items, rest, end, body, last]) =>
          `${blanks}#for ${names} in ${items}${rest}${end}${body}${last}#end for\n`,
      ),
    fc
      .tuple(
        fc.constantFrom('#if $a: ', '#for $x in $a: ', '#unless $a:'),
        line,
        fc.constantFrom('', '#else: y\n', '#else if $b: z\n', '\n#else: q\n'),
      )
      .map((it) => it.join('')),
    fc
      .tuple(
        indent,
        fc.constantFrom('#raw', '#raw: '),
        lineEnd,
        line,
        indent,
        fc.constantFrom('#end raw', '#end  raw#'),
      )
      .map((it) => it.join('')),
  ),
}));

/** Texts most of which Cheetah compiles. */
export const soundTemplate = sound;

const fragment = fc.oneof(
  line,
  text,
  placeholder(oddExpression),
  around(statement(oddExpression)),
  around(
    fc
      .tuple(
        fc.constantFrom('#if ', '#else if ', '#elif ', '#unless ', '#for $a in ', '#for ', '#if', '#set ', '#set $a '),
        oddExpression,
      )
      .map((it) => it.join('')),
  ),
  around(
    fc.constantFrom(
      '#else',
      '#end if',
      '#end for',
      '#end unless',
      '#end',
      '#end raw',
      '#else:',
      '#else: x',
      '#end if x',
      '#endif',
      '#end  iffy',
      '#elseif $a',
      '#if $a: y',
      '#if $a: #if $b',
      '#* x',
      '*#',
    ),
  ),
);

/** Texts of pieces that do not fit. */
export const brokenTemplate = fc.array(fragment, { maxLength: 6 }).map((it) => it.join(''));

const change = fc.tuple(
  fc.nat(),
  fc.nat(4),
  fc.constantFrom(
    '',
    '$',
    '#',
    '{',
    '}',
    '(',
    ')',
    "'",
    '"',
    ':',
    '\n',
    '=',
    ' ',
    '\\',
    '#end if',
    '#else',
    'x',
    '*',
    ',',
  ),
);

/** Sound texts with a few small changes. */
export const mutatedTemplate = fc
  .tuple(sound, fc.array(change, { minLength: 1, maxLength: 3 }))
  .map(([whole, changes]) =>
    changes.reduce((at, [place, length, insertion]) => {
      const start = at.length === 0 ? 0 : place % at.length;
      return at.slice(0, start) + insertion + at.slice(start + length);
    }, whole),
  );

/** Any texts of the characters that have a meaning somewhere. */
export const randomText = fc.string({
  unit: fc.constantFrom(
    ...Array.from('$#{}[]()\'":,.=*\\<%> \n\rax1_'),
    '\r\n',
    '#if ',
    '#end if',
    '#else',
    '##',
    'é',
    '🖧',
    '\t',
  ),
  maxLength: 30,
});
