import { deepEqual, ok } from 'node:assert/strict';
import { problemCatalogue, type ProblemCode } from '../../../server/src/problems';
import { problemExamples } from '../../../server/src/problemExamples';
import type { ProblemExample } from '../../../server/src/problemExamples/example';
import { Scenario, SOUND, type Texts } from '../check/scenario';

const codes = Object.keys(problemCatalogue) as ProblemCode[];

/** The files of an example with one of its two texts. */
function filesOf({ file, alone }: ProblemExample, text: string): Texts {
  return { ...(alone ? {} : SOUND), [file]: text };
}

/** The codes of all problems in all files. */
function codesIn(files: Texts): readonly ProblemCode[] {
  const scenario = new Scenario(files);
  return Object.keys(files).flatMap((file) => scenario.problems(file).map(({ code }) => code));
}

describe('the examples of the problems', () => {
  for (const code of codes) {
    const example = problemExamples[code];
    if (example.whenRendered) continue;

    it(`${code}: the wrong one has it, the right one has no problem at all`, () => {
      ok(codesIn(filesOf(example, example.wrong)).includes(code), 'the wrong one has it not');
      deepEqual(codesIn(filesOf(example, example.right)), []);
    });
  }
});
