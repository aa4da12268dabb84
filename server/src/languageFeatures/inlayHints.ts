import type { InlayHint } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Placeholder } from '../template/templateFile';
import { overlaps, type Span } from '../text/span';
import { renderedValues } from './renderedValues';
import { shortened } from './shortened';
import type { WorkspaceView } from './workspaceView';

/** How many characters of a value stand in the line. */
const MOST_SHOWN = 40;

function hint(document: TextDocument, { span }: Placeholder, label: string, tooltip: string): InlayHint {
  return { position: document.positionAt(span.end), label, tooltip, paddingLeft: true };
}

/** Nothing is said of a placeholder that stayed as it was written. */
function hintsOf(document: TextDocument, placeholder: Placeholder, value: string | undefined): readonly InlayHint[] {
  if (value !== undefined) {
    const shown = value === '' ? "''" : shortened(value, MOST_SHOWN);
    return [hint(document, placeholder, `= ${shown}`, `In the last rendering: ${value}`)];
  }
  return placeholder.optional
    ? [hint(document, placeholder, 'left out', 'Nothing filled it in the last rendering.')]
    : [];
}

/** What the placeholders inside `span` stood for in the last rendering of their templates. */
export function inlayHints(view: WorkspaceView, uri: string, span: Span): InlayHint[] {
  const document = view.documentOf(uri);
  const template = view.template(uri);
  if (!document || !template) return [];
  const seen = new Set<Placeholder>();
  return template.file.templates.flatMap((own) => {
    const values = renderedValues(view, uri, own);
    if (!values) return [];
    return own.placeholders
      .filter(({ context, span: place }) => context !== 'comment' && context !== 'directive' && overlaps(place, span))
      .filter((placeholder) => !seen.has(placeholder) && seen.add(placeholder))
      .flatMap((placeholder) => hintsOf(document, placeholder, values.get(placeholder.key)));
  });
}
