import { overlaps } from '../../text/span';
import { toWorkspaceEdit } from '../edits';
import { mend, type Action, type ActionContext } from './action';

/** The fixes of those problems that touch the place, in their order. */
export function quickFixes(context: ActionContext): readonly Action[] {
  const { problems, span, view } = context;
  return problems
    .filter((problem) => overlaps(problem.span, span))
    .flatMap((problem) =>
      (problem.fixes ?? []).map(({ title, changes, preferred }) => ({
        ...mend(context, problem, title, toWorkspaceEdit(changes, view.documentOf)),
        ...(preferred && { isPreferred: true }),
      })),
    );
}
