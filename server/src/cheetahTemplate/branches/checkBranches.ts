import type { CheetahFile } from '../../cheetah/syntax';
import type { Problem } from '../../problems';
import type { Tag } from '../../template/tags';
import { TooTangled } from './assumptions';
import { BalanceProblems } from './balanceProblems';
import { Blame } from './blame';
import { UnreachableBranches } from './unreachable';
import { Ways } from './ways';

/** What following all ways through a file finds. */
export interface BranchFindings {
  readonly unbalanced: readonly Problem[];
  readonly unreachable: readonly Problem[];
}

/**
 * Follows all ways through a file that its conditions leave, and finds the branches that open or close an element which
 * others do not, and those that are never taken. A file that is too tangled for that has none of them.
 */
export function checkBranches({ nodes }: CheetahFile, tags: readonly Tag[], uri: string): BranchFindings {
  const balance = new BalanceProblems(uri);
  const unreachable = new UnreachableBranches(uri);
  try {
    new Ways(tags, new Blame(balance), unreachable).follow(nodes);
  } catch (error) {
    if (error instanceof TooTangled) return { unbalanced: [], unreachable: [] };
    throw error;
  }
  return { unbalanced: balance.problems, unreachable: unreachable.problems };
}
