import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCheetahOutput } from '../../../server/src/check/libvirt/checkCheetahOutput';
import { cheetahDevices } from '../../../server/src/check/libvirt/cheetahDevices';
import { parseCheetahTemplate } from '../../../server/src/cheetahTemplate/parse';
import { checkInterface } from '../../../server/src/libvirt/checkInterface';
import { rendered } from '../../unit/cheetah/rendered';
import { skipWithout } from '../../unit/shipped/programs';
import { SEED } from './agreement';
import { arbitraryFilledTemplate, type FilledTemplate } from './cheetahTemplates';
import { judge, missingJudges } from './judges';

const COUNT = 4000;

/** A template with what it gives. */
interface Rendered extends FilledTemplate {
  readonly output: string;
  /** What our model has against the output, and what it is certain of as one types. */
  readonly said: readonly string[];
}

function renderedOf({ text, values }: FilledTemplate): Rendered {
  const outcome = rendered(text, new Map(values));
  assert.ok(outcome.kind === 'rendered', text);
  const { rendering } = outcome;
  const devices = cheetahDevices(text, parseCheetahTemplate(text, 'file:///libvirt.xml.template'));
  const certain = devices
    .filter(({ isClear }) => isClear)
    .flatMap(({ tree }) => checkInterface(tree).filter((finding) => finding.certain));
  const said = [...checkCheetahOutput(rendering).rejected, ...certain].map(({ message }) => message);
  return { text, values, output: rendering.output.trim(), said };
}

describe("the checks of Cheetah files, held against libvirt's schema and parser", function () {
  this.timeout(300_000);
  // Another seed makes other templates: LIBVIRT_SEED=7 npm run test:oracles
  const seed = Number(process.env.LIBVIRT_SEED ?? SEED);

  before(function () {
    skipWithout(this, missingJudges());
  });

  it('find nothing certain in a template, and nothing in what it gives, where both judges accept that', () => {
    const made = fc.sample(arbitraryFilledTemplate, { seed, numRuns: COUNT }).map(renderedOf);
    const verdicts = judge(made.map(({ output }) => output));
    const isSound = (_: Rendered, index: number): boolean => {
      const { schema, parser } = verdicts[index] ?? {};
      return schema === undefined && parser === undefined;
    };
    const sound = made.filter(isSound);
    assert.ok(sound.length > COUNT / 20, String(sound.length));
    assert.ok(made.filter(({ said }) => said.length > 0).length > COUNT / 20);
    const falseAlarms = sound.filter(({ said }) => said.length > 0);
    assert.deepEqual(falseAlarms.map(({ text, said }) => [text, said]).slice(0, 3), [], `with seed ${seed}`);
  });
});
