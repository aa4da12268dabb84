import { deepEqual, equal, ok } from 'node:assert/strict';
import type { RenderedCheetah } from '../../../server/src/cheetah/rendering';
import { mark } from '../markedText';
import { dictionary } from './plain';
import { OUTPUTS, VALUES } from './renderCases';
import { rendered } from './rendered';

function rendering(text: string): RenderedCheetah {
  const outcome = rendered(text, dictionary(VALUES));
  ok(outcome.kind === 'rendered', 'message' in outcome ? outcome.message : '');
  return outcome.rendering;
}

describe('renderCheetah', () => {
  for (const [title, cases] of Object.entries(OUTPUTS))
    describe(title, () => {
      for (const [text, output] of cases)
        it(JSON.stringify(text), () => {
          equal(rendering(text).output, output);
        });
    });

  it('says where each value stands', () => {
    const { output, placeholders } = rendering('#for $nic in $nics\n$nic.name$nothing: $nic.index\n#end for\n');
    equal(
      mark(
        output,
        placeholders.map((placeholder) => placeholder.output),
      ),
      '<|tap0|><||>: <|1|>\n<|tap1|><||>: <|2|>\n',
    );
    deepEqual(
      placeholders.map(({ value }) => value),
      ['tap0', null, 1n, 'tap1', null, 2n],
    );
  });

  it('says what each branch and each turn of a loop put out', () => {
    const { output, branches, turns } = rendering('#for $nic in $nics#[#if $nic.index == 1#a#else#b#end if#]#end for#');
    deepEqual(
      branches.map(({ output: { start, end } }) => output.slice(start, end)),
      ['a', 'b'],
    );
    deepEqual(turns.map(({ index, output: { start, end } }) => [index, output.slice(start, end)]), [[0, '[a]'], [1, '[b]']]); // prettier-ignore
  });

  it('leaves what is found nowhere as it is written', () => {
    const { output, notFound } = rendering("<${missing} $nic.missing $getVar('no') $name.no>");
    equal(output, "<${missing} $nic.missing $getVar('no') $name.no>");
    equal(
      mark(
        output,
        notFound.map((missing) => missing.output),
      ),
      "<<|${missing}|> <|$nic.missing|> <|$getVar('no')|> <|$name.no|>>",
    );
    equal(notFound[0]?.message, "Nothing provides 'missing'.");
  });
});
