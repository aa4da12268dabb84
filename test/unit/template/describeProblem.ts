import { deepEqual, equal, match } from 'node:assert/strict';
import type { ProblemCode } from '../../../server/src/problems';
import { applyFix } from '../applyFix';
import { mark, marked } from '../markedText';
import { parsed, URI } from './parsed';

export interface Broken {
  /** A text with one fault, and the problem's range in it. */
  readonly source: string;
  readonly message: RegExp;
  /** The text after the first fix; missing where there is none. */
  readonly fixed?: string;
}

/** Specifies a problem: texts that have this one problem and no other, and that have none after its fix. */
export function describeProblem(code: ProblemCode, texts: readonly Broken[]): void {
  describe(`parseTemplateFile: ${code}`, () => {
    for (const { source, message, fixed } of texts) {
      const { text } = marked(source);

      it(`is the one problem of ${JSON.stringify(source)}`, () => {
        const { problems } = parsed(text);
        deepEqual(
          problems.map((problem) => problem.code),
          [code],
        );
        const spans = problems.map(({ span }) => span);
        equal(mark(text, spans), source);
        match(problems[0]?.message ?? '', message);
      });

      it(
        fixed === undefined
          ? `has no fix: ${JSON.stringify(source)}`
          : `is mended by the fix: ${JSON.stringify(fixed)}`,
        () => {
          const fixes = parsed(text).problems[0]?.fixes ?? [];
          if (fixed === undefined) deepEqual(fixes, []);
          else {
            equal(applyFix(text, URI, fixes[0]), fixed);
            deepEqual(parsed(fixed).problems, []);
          }
        },
      );
    }
  });
}
