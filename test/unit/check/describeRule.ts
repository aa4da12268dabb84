import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Problem, ProblemCode, Severity } from '../../../server/src/problems';
import { applyFix } from '../applyFix';
import { mark, marked } from '../markedText';
import { FOLDER, Scenario, SOUND, type Texts } from './scenario';

/** A case in which a rule finds one thing. All files that are not named are sound. */
export interface Finding {
  readonly name: string;
  /** The file that the problem is in, its range marked. */
  readonly file: string;
  readonly source: string;
  /** Other files that differ from the sound ones. A text that is empty is a file that is not there. */
  readonly others?: Texts;
  readonly severity: Severity;
  /** The whole message. */
  readonly message: string;
  /** The related places: each as its file, the text at its range and its message. */
  readonly related?: readonly (readonly [file: string, text: string, message: string])[];
  /** What the fixes' titles are, and the file they change with its text after the fix. None of the rule's problems is left then. */
  readonly fixes?: readonly (readonly [title: string, file: string, after: string])[];
}

function textsOf({ file, source, others = {} }: Finding): Texts {
  const there = Object.entries({ ...SOUND, ...others }).filter(([, text]) => text !== '');
  return { ...Object.fromEntries(there), [file]: marked(source).text };
}

function found(texts: Texts, code: ProblemCode): readonly Problem[] {
  const scenario = new Scenario(texts);
  return Object.keys(texts).flatMap((path) => scenario.problems(path).filter((problem) => problem.code === code));
}

/** Specifies a rule: what it says in each case, and that it says nothing more once a fix is applied. */
export function describeRule(code: ProblemCode, findings: readonly Finding[]): void {
  describe(code, () => {
    for (const finding of findings) describeFinding(code, finding);
  });
}

function describeFinding(code: ProblemCode, finding: Finding): void {
  const { name, file, source, severity, message, related = [], fixes = [] } = finding;
  const texts = textsOf(finding);

  it(name, () => {
    const problems = new Scenario(texts).problems(file).filter((problem) => problem.code === code);
    equal(problems.length, 1);
    const [problem] = problems;
    ok(problem);
    equal(mark(texts[file] ?? '', [problem.span]), source);
    equal(problem.severity, severity);
    equal(problem.message, message);
    deepEqual(
      (problem.related ?? []).map(({ uri, span, message: why }) => {
        const path = uri.slice(FOLDER.length + 1);
        return [path, texts[path]?.slice(span.start, span.end), why];
      }),
      related,
    );
    deepEqual(
      (problem.fixes ?? []).map(({ title }) => title),
      fixes.map(([title]) => title),
    );
  });

  fixes.forEach(([title, changed, after], index) => {
    it(`${name}: the fix "${title}" mends it`, () => {
      const fix = found(texts, code)[0]?.fixes?.[index];
      equal(applyFix(texts[changed] ?? '', `${FOLDER}/${changed}`, fix), after);
      deepEqual(found({ ...texts, [changed]: after }, code), []);
    });
  });
}
