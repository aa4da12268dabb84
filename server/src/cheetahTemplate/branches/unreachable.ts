import type { Branch, ConditionNode } from '../../cheetah/syntax';
import { problem, type Problem, type RelatedPlace } from '../../problems';
import { isConstant, testsOf } from './branchTests';
import { EarlierBranches } from './earlierBranches';

/** Finds out why branches that are never taken are not. */
export class UnreachableBranches {
  readonly problems: Problem[] = [];
  readonly #earlier = new Map<ConditionNode, EarlierBranches>();

  constructor(private readonly uri: string) {}

  /**
   * Takes up a branch that no way leads to; those of one condition come in their order. Nothing is said where a condition may
   * change by itself, of what comes behind an `#else`, which is no Cheetah, and of an `#else` that is there for safety.
   */
  add(branch: Branch, chain: ConditionNode): void {
    const earlier = this.#earlierThan(branch, chain);
    if (earlier.hasElse) return;
    if (earlier.always) this.#report(branch, 'a condition before it always holds', earlier.always);
    else if (isConstant(branch, false)) this.#report(branch, 'its condition never holds');
    else if (branch.condition && earlier.areSteady) this.#reportTested(branch, earlier);
  }

  #earlierThan(branch: Branch, chain: ConditionNode): EarlierBranches {
    const earlier = this.#earlier.get(chain) ?? new EarlierBranches(chain.branches);
    this.#earlier.set(chain, earlier);
    earlier.goTo(branch);
    return earlier;
  }

  #reportTested(branch: Branch, earlier: EarlierBranches): void {
    const tests = testsOf(branch);
    if (!tests.every(({ isSteady }) => isSteady)) return;
    const same = earlier.firstWithAny(tests);
    const why = same ? 'the conditions before it leave nothing for it' : 'the conditions around it rule it out';
    this.#report(branch, why, same);
  }

  #report({ directive: { span } }: Branch, why: string, before?: Branch): void {
    const related = before ? [this.#placeOf(before)] : [];
    this.problems.push(problem('cheetah.branch-unreachable', span, `This branch is never taken: ${why}.`, { related }));
  }

  #placeOf({ directive: { span } }: Branch): RelatedPlace {
    return { uri: this.uri, span, message: 'This branch is taken before it.' };
  }
}
