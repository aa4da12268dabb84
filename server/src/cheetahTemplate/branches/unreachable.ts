import type { Branch, ConditionNode } from '../../cheetah/syntax';
import { problem, type Problem, type RelatedPlace } from '../../problems';
import { conditionOf, testsIn, type Condition, type Test } from '../conditions';

/** Finds out why branches that are never taken are not. */
export class UnreachableBranches {
  readonly problems: Problem[] = [];

  constructor(private readonly uri: string) {}

  /**
   * Takes up a branch that no way leads to. Nothing is said where a condition may change by itself, of what comes behind an
   * `#else`, which is no Cheetah, and of an `#else` that is there for safety.
   */
  add(branch: Branch, { branches }: ConditionNode): void {
    const at = branches.indexOf(branch);
    const earlier = branches.slice(0, at);
    if (earlier.some(({ condition }) => !condition)) return;
    const always = earlier.find((other) => isConstant(other, true));
    const tests = [...earlier, branch].flatMap(testsOf);
    if (always) this.#report(branch, 'a condition before it always holds', [this.#placeOf(always)]);
    else if (isConstant(branch, false)) this.#report(branch, 'its condition never holds', []);
    else if (branch.condition && tests.every(({ isSteady }) => isSteady)) this.#reportTested(branch, earlier);
  }

  #reportTested(branch: Branch, earlier: readonly Branch[]): void {
    const own = testsOf(branch);
    const same = earlier.filter((other) => testsOf(other).some((test) => own.some(({ key }) => key === test.key)));
    const why =
      same.length > 0 ? 'the conditions before it leave nothing for it' : 'the conditions around it rule it out';
    this.#report(
      branch,
      why,
      same.slice(0, 1).map((other) => this.#placeOf(other)),
    );
  }

  #report({ directive: { span } }: Branch, why: string, related: readonly RelatedPlace[]): void {
    this.problems.push(problem('cheetah.branch-unreachable', span, `This branch is never taken: ${why}.`, { related }));
  }

  #placeOf({ directive: { span } }: Branch): RelatedPlace {
    return { uri: this.uri, span, message: 'This branch is taken before it.' };
  }
}

function conditionOfBranch({ condition }: Branch): Condition | undefined {
  return condition && conditionOf(condition);
}

function testsOf(branch: Branch): readonly Test[] {
  const condition = conditionOfBranch(branch);
  return condition ? testsIn(condition) : [];
}

function isConstant(branch: Branch, outcome: boolean): boolean {
  const condition = conditionOfBranch(branch);
  return condition?.kind === 'constant' && (condition.value !== outcome) === (branch.negated === true);
}
