import { CodeActionKind } from 'vscode-languageserver-types';
import { writePlaceholder } from '../../template/placeholder';
import type { TemplateFile } from '../../template/templateFile';
import { overlaps } from '../../text/span';
import { toRange } from '../convert';
import type { Action, ActionContext } from './action';

/** Puts quotes around a placeholder that stands unquoted as a whole value: allowed as it is, but no XML before it is rendered. */
export function quotePlaceholder(
  { document, span }: ActionContext,
  { placeholders, problems }: TemplateFile,
): readonly Action[] {
  const faulty = problems.filter(({ code }) => code === 'template.value-unquoted');
  return placeholders
    .filter(({ context, span: own }) => context === 'unquoted' && overlaps(own, span))
    .filter(({ span: own }) => !faulty.some((problem) => overlaps(problem.span, own)))
    .map(({ key, optional = false, span: own }) => ({
      title: 'Quote the attribute value',
      kind: CodeActionKind.RefactorRewrite,
      edit: {
        changes: {
          [document.uri]: [{ range: toRange(document, own), newText: `'${writePlaceholder(key, optional)}'` }],
        },
      },
    }));
}
