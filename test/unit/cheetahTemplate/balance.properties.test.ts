import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { parseCheetahTemplate } from '../../../server/src/cheetahTemplate/parse';
import { anyParts, balancedParts, isBalanced, SETTINGS, textOf, type Part } from './arbitraryMarkup';
import { URI } from './read';

/** What is said of the elements of a file; of branches that are never taken there may be more to say. */
function faultsOf(parts: readonly Part[]): readonly string[] {
  const { problems } = parseCheetahTemplate(textOf(parts), URI);
  return problems.filter(({ code }) => code !== 'cheetah.branch-unreachable').map(({ code }) => code);
}

describe('The elements of any Cheetah file', () => {
  it('have no fault where all of its renderings are balanced', () => {
    fc.assert(
      fc.property(balancedParts, (parts) => {
        deepEqual(
          SETTINGS.filter((setting) => !isBalanced(parts, setting)),
          [],
        );
        deepEqual(faultsOf(parts), []);
      }),
      { numRuns: 500 },
    );
  });

  it('have a fault just where one of its renderings is not balanced', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const broken = SETTINGS.some((setting) => !isBalanced(parts, setting));
        deepEqual(faultsOf(parts).length > 0, broken);
      }),
      { numRuns: 2_000 },
    );
  });
});
