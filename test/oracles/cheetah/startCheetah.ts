import { skipWithout } from '../../unit/shipped/programs';
import { CheetahOracle, hasCheetah } from './cheetahOracle';

/** Starts the real Cheetah for the tests of a group, and ends it behind them. Where there is none, the tests are skipped. */
export function startCheetah(take: (cheetah: CheetahOracle) => void): void {
  let cheetah: CheetahOracle | undefined;

  before(function () {
    skipWithout(this, hasCheetah() ? [] : ['Cheetah (python3-cheetah)']);
    cheetah = new CheetahOracle();
    take(cheetah);
  });

  after(() => {
    cheetah?.stop();
  });
}
