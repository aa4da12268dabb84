import type { Fix, Problem } from '../../problems';
import type { TextChange } from '../../text/span';
import { toWorkspaceEdit } from '../edits';
import type { Action, ActionContext } from './action';
import { FIX_ALL } from './kinds';

/** The fixes that may be applied unseen: the preferred one of a problem that is certain, if it guesses nothing and stays in the problem's file. */
function sureFixes({ severity, fixes = [] }: Problem, uri: string): readonly Fix[] {
  if (severity !== 'error' && severity !== 'warning') return [];
  return fixes.filter(
    ({ preferred, guess, changes }) => preferred && !guess && changes.every((change) => change.uri === uri),
  );
}

/** All changes of those fixes that do not get in each other's way; of two that do, the one that starts first is made. */
function compatible(fixes: readonly Fix[]): readonly TextChange[] {
  const inOrder = fixes
    .map(({ changes }) => [...changes].sort((a, b) => a.span.start - b.span.start))
    .sort(([a], [b]) => (a?.span.start ?? 0) - (b?.span.start ?? 0));
  let free = 0;
  return inOrder.flatMap((changes) => {
    const [first] = changes;
    const last = changes.at(-1);
    if (!first || !last || first.span.start < free) return [];
    free = Math.max(last.span.end, last.span.start + 1);
    return changes;
  });
}

/** Applies the preferred fix of every problem of a file at once, of those that are certain. What is mended by a guess, or by a change of another file, is left to the user. */
export function fixAll({ view, problems }: ActionContext, uri: string): readonly Action[] {
  const changes = compatible(problems.flatMap((problem) => sureFixes(problem, uri)));
  if (changes.length === 0) return [];
  const title = 'Fix all problems whose fix is certain';
  return [{ title, kind: FIX_ALL, edit: toWorkspaceEdit(changes, view.documentOf) }];
}
