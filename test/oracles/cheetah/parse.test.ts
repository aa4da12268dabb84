import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { parseCheetah } from '../../../server/src/cheetah/parse';
import type { CheetahOracle } from './cheetahOracle';
import { brokenTemplate, mutatedTemplate, randomText, soundTemplate } from './generatedTexts';
import { startCheetah } from './startCheetah';

const TEXTS = 1000;
/** The same texts each time: a rare one that differs is to be found by who looks for it, not in an unrelated change. */
const SEED = 14;

/** Texts that Cheetah loads; nothing is said of them. */
const LOADED = [
  '',
  '$a ${a} $(a) $[a] ${ a } $a.b.c ${a.b} $a["k"] $f($x, \'y\') ${a + 1} ${"x"} $a. $5 $$ $ {a}',
  '#foo # if #!x href="#x" color="#fff" &#10; #elseif $a\n',
  '#if $a\nx\n#else if $b\ny\n#elif $c\nz\n#else\nw\n#end if\n',
  '#if $a: x\n#else if $b: y\n#else: z\n',
  '#if $a: x #else# y\n',
  '#if $a then 1 else 2\n',
  '#unless $a\nx\n#else\ny\n#end unless rubbish\n',
  '#for $a, $b in $c\n$a\n#break\n#end for\n',
  '#for $a in 1, 2: x\n',
  '#set $a = 1\n#set global $b = [1, {}]\n#set a += 2 ## note\n',
  '#echo 1, 2\n#pass\n#stop\n#slurp x\n#\n',
  '## note\n#* a #* b *# c *#\n',
  '#raw\n$x #if\n#end raw\n#raw: $x\n',
  '\\$a \\#if \\\\$a\n',
  '#if ($a\n or $b)\nx\n#end if\n',
  '#if $a \\\n or $b\nx\n#end if\n',
  '#if $a#x#end if#\n',
  '$a[0]b $f(1)(2)\n',
  '#set $a = 2.\n#set $b = 2.e3 + .5\n${1_0.}\n',
];

/** Texts that Cheetah or Python refuses. */
const REFUSED = [
  ...[
    '${a',
    '${a + }',
    '${ }',
    '$f(1',
    '$a[1',
    "$f('x)",
    '${a or b}[0]',
    '$(1)(2)',
    '${not $a}',
    '${$(a)}',
    '#echo\n',
    '#set $a\n',
    '#for$a in $b\nx\n#end for\n',
  ],
  ...[
    '#if $a\n',
    '#end if\n',
    '#end\n',
    '#end raw\n',
    '#if $a\nx\n#end for\n',
    '#else\n',
    '#if $a\n#end if\n',
    '#if $a\n## x\n#end if\n',
  ],
  ...[
    '#if $a = 1\nx\n#end if\n',
    '#if ($a = 1)\nx\n#end if\n',
    '#if $a <> 1\nx\n#end if\n',
    '#if\nx\n#end if\n',
    '#if 0777\nx\n#end if\n',
  ],
  ...[
    '#if $a == not $b\nx\n#end if\n',
    '#if 1, 2\nx\n#end if\n',
    '#for $a\nx\n#end for\n',
    '#for in $a\nx\n#end for\n',
    '#break\n',
  ],
  ...[
    '#if $a\nx\n#else\ny\n#else\nz\n#end if\n',
    '#if $a\nx\n#else y\nz\n#end if\n',
    '  #if $a: x\n  #else: y\n',
    '#pass x\n',
    '#raw',
  ],
];

describe('Cheetah files, read here and by the real Cheetah', () => {
  let cheetah: CheetahOracle;

  startCheetah((started) => {
    cheetah = started;
  });

  it('says no more of what it takes than that it is not understood', async () => {
    for (const text of [
      '$a#else: x\n',
      '#for $a in $b: x\n#else: y\n',
      '#import os\n',
      '${a[0] = 1}',
      '#unless\nx\n#end unless\n',
      '#if $a: #if $b\nx#end if\n',
    ]) {
      deepEqual(await compare(text), false);
      ok(parseCheetah(text, 'file:///t').problems.every(({ code }) => code === 'cheetah.unsupported'));
    }
  });

  /** Nothing that Cheetah refuses is passed over, and nothing is called broken that it takes. */
  async function compare(text: string): Promise<boolean> {
    const isRefused = 'refused' in (await cheetah.compile(text));
    const errors = parseCheetah(text, 'file:///t').problems.filter(({ severity }) => severity === 'error');
    const broken = errors.filter(({ code }) => code !== 'cheetah.unsupported');
    if (isRefused) ok(errors.length > 0, `Cheetah refuses ${JSON.stringify(text)}`);
    else deepEqual(broken, [], `Cheetah takes ${JSON.stringify(text)}`);
    return isRefused;
  }

  for (const text of LOADED) {
    it(`takes ${JSON.stringify(text)}`, async () => {
      deepEqual([await compare(text), parseCheetah(text, 'file:///t').problems], [false, []]);
    });
  }

  for (const text of REFUSED) {
    it(`refuses ${JSON.stringify(text)}`, async () => {
      ok(await compare(text));
    });
  }

  const kinds = { sound: soundTemplate, broken: brokenTemplate, changed: mutatedTemplate, random: randomText };
  for (const [kind, arbitrary] of Object.entries(kinds)) {
    it(`agrees on ${String(TEXTS)} ${kind} texts`, async () => {
      const refused = await Promise.all(fc.sample(arbitrary, { numRuns: TEXTS, seed: SEED }).map(compare));
      ok(refused.includes(true) && refused.includes(false));
    }).timeout(240_000);
  }
});
