import { CodeActionKind } from 'vscode-languageserver-types';
import { OPTIONAL_MARK } from '../../template/placeholder';
import type { Placeholder, TemplateFile } from '../../template/templateFile';
import { overlaps, type Span } from '../../text/span';
import { toRange } from '../convert';
import { problemAt, type Action, type ActionContext } from './action';

/** Where the mark of an optional placeholder stands, or would stand. */
function markSpan({ keySpan, optional }: Placeholder): Span {
  return { start: keySpan.end, end: keySpan.end + (optional ? OPTIONAL_MARK.length : 0) };
}

/** Makes a placeholder optional, or one that is optional required. Not where a quick fix does the same. */
export function optionalPlaceholder(context: ActionContext, { placeholders }: TemplateFile): readonly Action[] {
  const { document, span } = context;
  if (problemAt(context, 'placeholder.sometimes-provided')) return [];
  return placeholders
    .filter((placeholder) => overlaps(placeholder.span, span))
    .filter(({ context: place }) => place !== 'comment' && place !== 'markup')
    .map((placeholder) => ({
      title: placeholder.optional ? 'Make the placeholder required' : 'Make the placeholder optional',
      kind: CodeActionKind.RefactorRewrite,
      edit: {
        changes: {
          [document.uri]: [
            { range: toRange(document, markSpan(placeholder)), newText: placeholder.optional ? '' : OPTIONAL_MARK },
          ],
        },
      },
    }));
}
