import { deepEqual, equal } from 'node:assert/strict';
import type { CheetahOracle } from './cheetahOracle';
import { startCheetah } from './startCheetah';

describe('the real Cheetah', () => {
  let cheetah: CheetahOracle;

  startCheetah((started) => {
    cheetah = started;
  });

  it('compiles, renders, and says what it refuses', async () => {
    const answers = await Promise.all([
      cheetah.compile('$name é\n'),
      cheetah.render('$name é\n', [{ name: '🖧' }]),
      cheetah.compile('#end if\n'),
      cheetah.render('$name\n', [{}]),
    ]);
    deepEqual(
      answers.map((answer) => Object.keys(answer)[0] ?? 'compiled'),
      ['compiled', 'output', 'refused', 'failed'],
    );
    equal(((await cheetah.render('$a.b\n', [{ a: { b: 1 } }])) as { output: string }).output, '1\n');
  });
});
