import type { Branch } from '../../cheetah/syntax';
import { conditionOf, testsIn, type Condition, type Test } from '../conditions';

function conditionOfBranch({ condition }: Branch): Condition | undefined {
  return condition && conditionOf(condition);
}

/** What a branch tests to be taken. */
export function testsOf(branch: Branch): readonly Test[] {
  const condition = conditionOfBranch(branch);
  return condition ? testsIn(condition) : [];
}

/** Whether the condition of a branch has this outcome whatever there is. */
export function isConstant(branch: Branch, outcome: boolean): boolean {
  const condition = conditionOfBranch(branch);
  return condition?.kind === 'constant' && (condition.value !== outcome) === (branch.negated === true);
}
