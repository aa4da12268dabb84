import type { Branch } from '../../cheetah/syntax';
import type { Test } from '../conditions';
import { isConstant, testsOf } from './branchTests';

/** What the branches of a condition test in front of one of them. Each is looked at once, for a condition may have thousands. */
export class EarlierBranches {
  hasElse = false;
  /** The first one that is always taken. */
  always: Branch | undefined;
  /** Whether testing again gives the same for all of them. */
  areSteady = true;
  /** The places of the first branches that test something, by its key. */
  readonly #first = new Map<string, number>();
  #at = 0;

  constructor(private readonly branches: readonly Branch[]) {}

  /** Takes up the branches in front of one that stands no earlier than the last one asked for. */
  goTo(branch: Branch): void {
    for (let next = this.branches[this.#at]; next && next !== branch; next = this.branches[++this.#at])
      this.#take(next);
  }

  /** The first branch that tests any of the same. */
  firstWithAny(tests: readonly Test[]): Branch | undefined {
    const first = tests.reduce((least, { key }) => Math.min(least, this.#first.get(key) ?? least), this.#at);
    return first < this.#at ? this.branches[first] : undefined;
  }

  #take(branch: Branch): void {
    this.hasElse ||= !branch.condition;
    if (isConstant(branch, true)) this.always ??= branch;
    for (const { key, isSteady } of testsOf(branch)) {
      this.areSteady &&= isSteady;
      if (!this.#first.has(key)) this.#first.set(key, this.#at);
    }
  }
}
