import { CodeActionKind, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem, ProblemCode } from '../../problems';
import { overlaps, type Span } from '../../text/span';
import { toDiagnostic } from '../diagnostics';
import type { WorkspaceView } from '../workspaceView';

/** What every code action is made from: the place that one asks for, and the problems of its file. */
export interface ActionContext {
  readonly view: WorkspaceView;
  readonly document: TextDocument;
  readonly problems: readonly Problem[];
  readonly span: Span;
  /** Whether an edit may create a file. */
  readonly createFiles: boolean;
}

/** A code action with a kind, as all of ours have one. */
export type Action = CodeAction & { readonly kind: CodeActionKind };

/** The first problem of a kind at the place. */
export function problemAt({ problems, span }: ActionContext, code: ProblemCode): Problem | undefined {
  return problems.find((problem) => problem.code === code && overlaps(problem.span, span));
}

/** The action that mends a problem of the file. */
export function mend({ document, view }: ActionContext, problem: Problem, title: string, edit: WorkspaceEdit): Action {
  const diagnostics = [toDiagnostic(document, problem, view.documentOf)];
  return { title, kind: CodeActionKind.QuickFix, diagnostics, edit };
}
