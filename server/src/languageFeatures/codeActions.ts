import { CodeActionKind, type CodeAction, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix, Problem } from '../problems';
import type { TemplateFile } from '../template/templateFile';
import { overlaps, type Span, type TextChange } from '../text/span';
import { toRange, type DocumentOf } from './convert';
import { toDiagnostic } from './diagnostics';
import type { WorkspaceView } from './workspaceView';

/**
 * What can be done at `span` of a file with these problems: their quick fixes, and rewritings. `only` are the kinds that
 * the client asks for; all where it is missing.
 */
export function codeActions(
  view: WorkspaceView,
  uri: string,
  problems: readonly Problem[],
  span: Span,
  _only?: readonly CodeActionKind[],
): CodeAction[] {
  const document = view.documentOf(uri);
  if (!document) return [];
  const template = view.template(uri);
  return [
    ...quickFixes(document, problems, span, view.documentOf),
    ...(template ? quotePlaceholder(document, template.file, span) : []),
  ];
}

/** What a client is told that there is. */
export const codeActionKinds: CodeActionKind[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];

function toEdits(changes: readonly TextChange[], documentOf: DocumentOf): Record<string, TextEdit[]> {
  const edits: Record<string, TextEdit[]> = {};
  for (const { uri, span, newText } of changes) {
    const document = documentOf(uri);
    if (document) (edits[document.uri] ??= []).push({ range: toRange(document, span), newText });
  }
  return edits;
}

function quickFix(document: TextDocument, problem: Problem, fix: Fix, documentOf: DocumentOf): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, problem, documentOf)],
    edit: { changes: toEdits(fix.changes, documentOf) },
    ...(fix.preferred && { isPreferred: true }),
  };
}

/** The fixes of those problems that touch `span`, in their order. */
export function quickFixes(
  document: TextDocument,
  problems: readonly Problem[],
  span: Span,
  documentOf: DocumentOf,
): readonly CodeAction[] {
  return problems
    .filter((problem) => overlaps(problem.span, span))
    .flatMap((problem) => (problem.fixes ?? []).map((fix) => quickFix(document, problem, fix, documentOf)));
}

/** Puts quotes around a placeholder that stands unquoted as a whole value: allowed as it is, but no XML before it is rendered. */
export function quotePlaceholder(
  document: TextDocument,
  { placeholders, problems }: TemplateFile,
  span: Span,
): readonly CodeAction[] {
  const faulty = problems.filter(({ code }) => code === 'template.value-unquoted');
  return placeholders
    .filter(({ context, span: own }) => context === 'unquoted' && overlaps(own, span))
    .filter(({ span: own }) => !faulty.some((problem) => overlaps(problem.span, own)))
    .map(({ key, span: own }) => ({
      title: 'Quote the attribute value',
      kind: CodeActionKind.RefactorRewrite,
      edit: { changes: { [document.uri]: [{ range: toRange(document, own), newText: `'\${${key}}'` }] } },
    }));
}
