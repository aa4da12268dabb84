import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { NovaConfView, TemplateView } from '../check/view';
import type { CheetahTemplateFile } from '../cheetahTemplate/cheetahTemplateFile';
import { blocksIn } from './structure/cheetahBlocks';
import { elementsOf, withDescendants, type Element } from '../template/elements';
import type { Span } from '../text/span';
import { commentRuns } from './structure/commentLines';
import { blocksOf, settingSpan } from './structure/novaConfSections';
import type { WorkspaceView } from './workspaceView';

/** A stretch whose lines, but for the first, can be hidden. */
function fold(document: TextDocument, { start, end }: Span, kind?: FoldingRangeKind): FoldingRange {
  const lineOf = (offset: number): number => document.positionAt(offset).line;
  return { startLine: lineOf(start), endLine: lineOf(Math.max(start, end - 1)), ...(kind && { kind }) };
}

/** The line of a closing tag stays to be seen. */
function foldElement(document: TextDocument, { span, closing }: Element): FoldingRange {
  const whole = fold(document, span);
  return closing ? { ...whole, endLine: document.positionAt(closing.span.start).line - 1 } : whole;
}

function templateFolds(document: TextDocument, { file, text }: TemplateView): FoldingRange[] {
  const elements = [...withDescendants(elementsOf(file.tags, text.length))];
  return [
    ...(file.dialect === 'cheetah' ? directiveFolds(document, file) : []),
    ...elements.map((element) => foldElement(document, element)),
    ...file.comments.map((comment) => fold(document, comment, FoldingRangeKind.Comment)),
  ];
}

/** Branches, loops and comments. The line of the directive that ends one stays to be seen. */
function directiveFolds(document: TextDocument, { cheetah }: CheetahTemplateFile): FoldingRange[] {
  return [...blocksIn(cheetah.nodes)].map(({ span, isClosed, isComment }) => {
    const whole = fold(document, span, isComment ? FoldingRangeKind.Comment : undefined);
    return isClosed ? { ...whole, endLine: document.positionAt(span.end).line - 1 } : whole;
  });
}

function novaConfFolds(document: TextDocument, view: NovaConfView): FoldingRange[] {
  return [
    ...blocksOf(view).sections.map(({ span }) => fold(document, span)),
    ...view.conf.settings.map((setting) => fold(document, settingSpan(view.text, setting))),
    ...commentRuns(view).map((run) => fold(document, run, FoldingRangeKind.Comment)),
  ];
}

/** Those ranges that hide a line, from the top of the file: one for each first line, and each either inside of another one or behind it. */
function wellNested(ranges: readonly FoldingRange[]): FoldingRange[] {
  const sorted = ranges
    .filter(({ startLine, endLine }) => startLine < endLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  const nested: FoldingRange[] = [];
  const around: FoldingRange[] = [];
  for (const range of sorted) {
    while ((around.at(-1)?.endLine ?? Infinity) < range.startLine) around.pop();
    const outer = around.at(-1);
    if (outer && (range.startLine === outer.startLine || range.endLine > outer.endLine)) continue;
    around.push(range);
    nested.push(range);
  }
  return nested;
}

/**
 * What can be folded: sections, comments and values of a nova.conf, elements and comments of a template file. `undefined` for
 * any other file, which leaves it to the client, as an empty answer would not.
 */
export function foldingRanges(view: WorkspaceView, uri: string): FoldingRange[] | undefined {
  const document = view.documentOf(uri);
  const template = view.template(uri);
  const conf = view.conf(uri);
  if (document && template) return wellNested(templateFolds(document, template));
  return document && conf ? wellNested(novaConfFolds(document, conf)) : undefined;
}
