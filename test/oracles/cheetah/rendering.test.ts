import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as refused from '../../unit/cheetah/refusedCases';
import * as output from '../../unit/cheetah/renderCases';
import { dictionary } from '../../unit/cheetah/plain';
import { arbitraryCheetah, arbitrarySearchList } from './arbitraryCheetah';
import type { CheetahOracle } from './cheetahOracle';
import { judge, Tally } from './judge';
import { arbitraryMachine, arbitraryEdit, MACHINES } from './machines';
import { DOCUMENTED } from './notUnderstood';
import { startCheetah } from './startCheetah';

const TEMPLATES = 2500;
const EDITED = 500;
const SEED = 4;
const ROOT = path.join(import.meta.dirname, '../../..');
const NOVA = readFileSync(path.join(import.meta.dirname, 'libvirt.xml.template'), 'utf8');

describe('rendered by the real Cheetah and by ours', function () {
  this.timeout(120_000);
  let cheetah: CheetahOracle;

  startCheetah((started) => {
    cheetah = started;
  });

  it('each construct that is understood gives the same', async () => {
    for (const [text, expected] of Object.values(output.OUTPUTS).flat()) {
      const tally = new Tally();
      await judge(cheetah, text, dictionary(output.VALUES), tally);
      equal(tally.rendered, 1, text);
      const answer = await cheetah.renderValues(text, dictionary(output.VALUES));
      equal('output' in answer && answer.output, expected);
    }
  });

  it('what is refused is refused by both, or documented', async () => {
    const groups = Object.entries(refused.REFUSALS).filter(([title]) => title !== refused.ENDLESS);
    for (const [marked] of groups.flatMap(([, cases]) => cases))
      await judge(cheetah, marked.replace(/<\||\|>/g, ''), dictionary(refused.VALUES), new Tally());
  });

  it('what is not understood stands in docs/cheetah.md', () => {
    const page = readFileSync(path.join(ROOT, 'docs/cheetah.md'), 'utf8');
    for (const bullet of DOCUMENTED) ok(page.includes(`\n- ${bullet}`), bullet);
  });

  for (const [title, values] of Object.entries(MACHINES))
    it(`Nova's file gives the same machine: ${title}`, async () => {
      const tally = new Tally();
      await judge(cheetah, NOVA, dictionary(values), tally);
      equal(tally.rendered, 1);
    });

  it("Nova's file, edited at random, gives the same or is refused by both", async () => {
    const tally = new Tally();
    await fc.assert(
      fc.asyncProperty(arbitraryEdit(NOVA), arbitraryMachine, async (source, values) => {
        await judge(cheetah, source, values, tally);
      }),
      { numRuns: EDITED, seed: SEED },
    );
    ok(tally.rendered > EDITED / 4, `only ${tally.rendered.toString()} were rendered`);
  });

  it('generated templates give the same or are refused by both', async () => {
    const tally = new Tally();
    await fc.assert(
      fc.asyncProperty(arbitraryCheetah, arbitrarySearchList, async (source, searchList) => {
        await judge(cheetah, source, searchList, tally);
      }),
      { numRuns: TEMPLATES, seed: SEED },
    );
    const notUnderstood = [...tally.notUnderstood.values()].reduce((sum, count) => sum + count, 0);
    ok(tally.rendered > TEMPLATES / 3, `only ${tally.rendered.toString()} were rendered`);
    ok(notUnderstood < TEMPLATES / 20, `${notUnderstood.toString()} were not understood`);
  });
});
