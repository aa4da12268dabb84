import { SelectionRange } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../text/span';
import type { TemplateView } from '../check/view';
import { toRange } from './convert';
import { cheetahStretches } from './structure/cheetahStretches';
import { novaConfStretches } from './structure/novaConfStretches';
import type { StretchesAt } from './structure/stretches';
import { templateStretches } from './structure/templateStretches';
import type { WorkspaceView } from './workspaceView';

/** The most steps that a selection can grow by. Nobody goes further, and a chain without an end overflows the stack of a client. */
const MOST_STEPS = 100;

const WORD_PART = /[\p{L}\p{N}_]/u;

function isWordPart(text: string, at: number): boolean {
  return WORD_PART.test(text.charAt(at));
}

/** The character that a cursor means: the one behind it, or the one before it where a word or the file ends there. */
function characterAt(text: string, offset: number): number {
  const before = offset >= text.length || (!isWordPart(text, offset) && isWordPart(text, offset - 1));
  return before ? offset - 1 : offset;
}

/** The word that a character is part of; nothing where it is none. */
function wordAround(text: string, at: number): readonly Span[] {
  if (!isWordPart(text, at)) return [];
  let start = at;
  let end = at + 1;
  while (isWordPart(text, start - 1)) start--;
  while (isWordPart(text, end)) end++;
  return [{ start, end }];
}

/** The stretches around one character, from the widest to the narrowest, each once. Directives of a Cheetah file may cross its elements: of two that do, the wider one stays. */
function nested(stretches: readonly Span[]): readonly Span[] {
  const lengthOf = ({ start, end }: Span): number => end - start;
  const widestFirst = stretches.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  let around: Span | undefined;
  return widestFirst.filter((span) => {
    const isInside =
      !around || (lengthOf(span) < lengthOf(around) && around.start <= span.start && span.end <= around.end);
    if (isInside) around = span;
    return isInside;
  });
}

function selectionRange(document: TextDocument, stretchesAt: StretchesAt, offset: number): SelectionRange {
  const text = document.getText();
  const at = characterAt(text, offset);
  const whole = SelectionRange.create(toRange(document, { start: 0, end: text.length }));
  if (at < 0) return whole;
  return nested([...stretchesAt(at), ...wordAround(text, at)])
    .filter(({ start, end }) => end - start < text.length)
    .slice(-MOST_STEPS)
    .reduce((parent, span) => SelectionRange.create(toRange(document, span), parent), whole);
}

function stretchesOf(template: TemplateView): StretchesAt {
  const xml = templateStretches(template);
  if (template.file.dialect === 'plain') return xml;
  const directives = cheetahStretches(template.file.cheetah);
  return (at) => [...xml(at), ...directives(at)];
}

/** The stretches around each offset, from the innermost to the whole file: one chain an offset; `undefined` for a file that is not ours. */
export function selectionRanges(
  view: WorkspaceView,
  uri: string,
  offsets: readonly number[],
): SelectionRange[] | undefined {
  const document = view.documentOf(uri);
  const template = view.template(uri);
  const conf = view.conf(uri);
  const stretchesAt = template ? stretchesOf(template) : conf && novaConfStretches(conf);
  if (!document || !stretchesAt) return undefined;
  return offsets.map((offset) => selectionRange(document, stretchesAt, offset));
}
