import assert from 'node:assert/strict';
import fc from 'fast-check';
import { skipWithout } from '../../unit/shipped/programs';
import { novaRequests } from './arbitraryRequests';
import { DriverLoop, missingForNova, NovaOracle, withOneElement } from './novaOracle';
import { renderValues } from './rendered';
import type { NovaRequest } from './requests';

/** How many requests are tried. */
const RUNS = 2000;

describe('Any request: Nova and NovaVifDriver give the same interface, or both refuse', () => {
  let nova: NovaOracle;
  let driver: DriverLoop;

  before(function () {
    skipWithout(this, missingForNova());
    nova = new NovaOracle();
    driver = new DriverLoop();
  });

  after(() => {
    (nova as NovaOracle | undefined)?.stop();
    (driver as DriverLoop | undefined)?.stop();
  });

  async function compare(request: NovaRequest): Promise<'made' | 'refused'> {
    const [theirs, ours] = await Promise.all([nova.write(request), driver.run(request)]);
    if ('refused' in theirs) {
      assert.ok('refused' in ours, `Nova refuses (${theirs.refused}), and we give ${JSON.stringify(ours)}`);
      return 'refused';
    }
    assert.ok('values' in ours, `Nova gives ${theirs.xml}, and we refuse: ${JSON.stringify(ours)}`);
    const xml = renderValues(request.network.type, ours.values);
    assert.equal(await nova.canonical(xml), await nova.canonical(withOneElement(theirs.xml)));
    return 'made';
  }

  it(`in ${RUNS} of them`, async () => {
    const made = new Map<unknown, number>();
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(novaRequests, async (request) => {
        const { type } = request.network;
        if ((await compare(request)) === 'refused') refused += 1;
        else made.set(type, (made.get(type) ?? 0) + 1);
      }),
      { numRuns: RUNS, seed: 26 },
    );
    // The comparison is worth something only where most are made, of each type.
    assert.equal(made.size, 15);
    for (const [type, count] of made) assert.ok(count > RUNS / 200, `${String(type)}: ${count}`);
    assert.ok(refused > 0);
  }).timeout(120_000);
});
