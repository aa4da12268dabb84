import { deepEqual, equal } from 'node:assert/strict';
import { skipWithout } from '../../unit/shipped/programs';
import { CheetahOracle, hasCheetah } from './cheetahOracle';

describe('the real Cheetah', () => {
  let cheetah: CheetahOracle;

  before(function () {
    skipWithout(this, hasCheetah() ? [] : ['Cheetah (python3-cheetah)']);
    cheetah = new CheetahOracle();
  });

  after(() => {
    // Where there is no Cheetah, nothing was started.
    (cheetah as CheetahOracle | undefined)?.stop();
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
