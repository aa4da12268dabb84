import { overlaps } from '../../text/span';
import { toWorkspaceEdit } from '../edits';
import { mend, type Action, type ActionContext } from './action';

/** Of how many problems the fixes are offered: nobody looks through those of more, be the whole file selected. */
const MOST_PROBLEMS = 100;

/** The fixes of those problems that touch the place, in their order. */
export function quickFixes(context: ActionContext): readonly Action[] {
  const { problems, span, view } = context;
  return problems
    .filter((problem) => problem.fixes && overlaps(problem.span, span))
    .slice(0, MOST_PROBLEMS)
    .flatMap((problem) =>
      (problem.fixes ?? []).map(({ title, changes, preferred }) => ({
        ...mend(context, problem, title, toWorkspaceEdit(changes, view.documentOf)),
        ...(preferred && { isPreferred: true }),
      })),
    );
}
