import assert from 'node:assert/strict';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { substitution } from '../../../server/src/novaConf/substitute';

/** The value of the last setting of `text`, after substitution. */
function lastValue(text: string): string {
  const conf = parseNovaConf(text);
  const last = conf.settings.at(-1);
  assert.ok(last);
  return substitution(conf)(last);
}

describe('substitution in nova.conf', () => {
  const table: readonly [title: string, settings: string, value: string, expected: string][] = [
    ['puts in a $name', 'a = 1', '<$a>', '<1>'],
    ['puts in a ${name}', 'a = 1', 'x${a}y', 'x1y'],
    ['puts in nothing for an empty value', 'a =', 'x${a}y', 'xy'],
    ['puts in the last setting', 'a = 1\na = 2', '$a', '2'],
    ['puts in a setting from below', 'b = $c\nc = 1\na = $b', '$a', '1'],
    ['goes on in what it puts in', 'a = $b\nb = ${c}!\nc = 1', '$a $a', '1! 1!'],
    ['reads $$ as a dollar sign', 'a = 1', '$$a $$$a', '$a $1'],
    ['reads \\$ as a dollar sign', 'a = 1', '\\$a $\\$a', '$a $1'],
    ['reads escapes once', 'a = $$b\nb = 1', '$a', '$b'],
    ['takes the longest name', 'a = 1\na_b = 2', '$a_b-$a-b', '2-1-b'],
    ['minds the case of names', 'a = 1\nA = 2', '$a $A', '1 2'],
    ['leaves a name that is not set', 'a = 1', '$state_path/$a/${my_ip}', '$state_path/1/${my_ip}'],
    ['leaves what is no reference', 'a = 1', '$ $1 ${ ${} ${a b} ${a $', '$ $1 ${ ${} ${a b} ${a $'],
    ['gives % no meaning', 'a = 1', '%(a)s %a %% %', '%(a)s %a %% %'],
    ['takes a dot for part of the name', 'a = 1', '$a.', '$a.'],
    ['does not know [DEFAULT] by name', 'a = 1', '$DEFAULT.a', '$DEFAULT.a'],
    ['finds an option of a section', '[g]\na = 1\n[DEFAULT]', '$g.a ${g.a}', '1 1'],
    ['wants the section of an option', '[g]\na = 1\n[DEFAULT]', '$a', '$a'],
    ['knows a section by its name in small letters', '[G]\na = 1\n[DEFAULT]', '$g.a $G.a', '1 $G.a'],
    ['looks in the same section first', 'a = 1\nb = 2\n[g]\na = 3', '$a $b', '3 2'],
    ['leaves a setting that refers to itself', '', '<$last>', '<$last>'],
    ['leaves the reference that closes a circle', 'a = 1$b\nb = 2$a', '$a', '12$a'],
  ];
  for (const [title, settings, value, expected] of table) {
    it(title, () => {
      assert.equal(lastValue(`[DEFAULT]\n${settings}\nlast = ${value}`), expected);
    });
  }

  it('works in a flag file', () => {
    assert.equal(lastValue('--a=1\n--b=$a'), '1');
  });

  it('does not fill the memory with values that double one another', () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `a${index} = $a${index + 1}$a${index + 1}`);
    const value = lastValue(`[DEFAULT]\n${doubling.join('\n')}\na60 = x\nlast = $a0`);
    assert.ok(value.length < 1_000_000);
    assert.match(value, /\$a/);
  });

  it('does not fill the memory with a long value that repeats', () => {
    const value = lastValue(`[DEFAULT]\na = ${'x'.repeat(60_000)}\nlast = ${'$a'.repeat(60_000)}`);
    assert.equal(value, 'x'.repeat(60_000) + '$a'.repeat(59_999));
  });

  it('ends in a long chain', () => {
    const chain = Array.from({ length: 50_000 }, (_, index) => `a${index} = $a${index + 1}`);
    assert.match(lastValue(`[DEFAULT]\n${chain.join('\n')}\nlast = $a0`), /^\$a\d+$/);
  });
});
