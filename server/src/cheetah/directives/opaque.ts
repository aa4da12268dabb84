import type { OpaqueBlock } from '../blocks';
import type { ParserState } from '../parserState';
import type { Directive } from '../syntax';
import { isShortForm, open } from './open';
import { directiveOf, finishTag, type Tag } from './tag';
import { readVerbatim } from './verbatim';

/** Directives with an `#end`, between which templates stand. */
const BLOCKS: ReadonlySet<string> = new Set('def block closure call capture cache filter while repeat try'.split(' '));
/** Directives with an `#end`, between which nothing has a meaning. */
const VERBATIM: ReadonlySet<string> = new Set(['compiler-settings', 'defmacro', 'i18n']);

/** A directive that is not understood. What stands in it belongs to what is around it. */
export function opaqueDirective(state: ParserState, tag: Tag): void {
  const { name } = tag;
  const isBlock = BLOCKS.has(name);
  const problems = state.problems.length;
  state.scanExpression({ until: isBlock ? [':'] : [] });
  // Each of them reads its line in its own way, so what is wrong with it is not known.
  state.problems.length = problems;
  const isShort = isBlock && isShortForm(state);
  const directive = isShort ? directiveOf(tag, ++state.at) : finishTag(state, tag).directive;
  report(state, name, { start: tag.start, end: tag.nameEnd });
  state.addCode({ kind: 'opaque', span: spanOf(state, name, directive), directive });
  if (!isBlock || isShort) return;
  const block: OpaqueBlock = { kind: 'opaque', name, directive, limit: undefined };
  open(state, block);
}

/** With what stands in it, where that has no meaning; `#breakpoint` ends the file. */
function spanOf(state: ParserState, name: string, { span }: Directive): Directive['span'] {
  if (name === 'breakpoint') state.at = state.text.length;
  else if (VERBATIM.has(name)) readVerbatim(state, name);
  else return span;
  return { start: span.start, end: state.at };
}

function report(state: ParserState, name: string, span: Directive['span']): void {
  const message = `#${name} is not understood: Cheetah may run Python or read files for it, so rendering refuses the file.`;
  state.report('cheetah.unsupported', span, message);
}

/** `<% … %>`: Python within the text. */
export function pythonBlock(state: ParserState): void {
  const start = state.at;
  state.at = state.pythonBlockEnd(start + 2) ?? start + 2;
  const span = { start, end: state.at };
  const nameSpan = { start, end: start + 2 };
  state.report('cheetah.unsupported', nameSpan, '<% … %> runs Python, so rendering refuses the file.');
  state.addCode({ kind: 'opaque', span, directive: { span, nameSpan } });
}
