import type { GrowingText } from '../output';
import type { ParserState } from '../parserState';
import type { Directive, RawNode } from '../syntax';
import { isShortForm } from './open';
import { directiveOf, finishTag, type Tag } from './tag';
import { readVerbatim } from './verbatim';

/** `#raw` … `#end raw`, `#raw: text` */
export function rawDirective(state: ParserState, tag: Tag): void {
  state.skipBlanks();
  if (isShortForm(state)) {
    shortRaw(state, tag);
    return;
  }
  const isAtEnd = state.at >= state.text.length;
  if (state.character === ':') state.at++;
  state.skipBlanks();
  const { directive } = finishTag(state, tag);
  const { span, end, fails } = readVerbatim(state, 'raw');
  if (!end) reportUnclosed(state, directive, isAtEnd || fails);
  addRaw(state, directive, contentOf(state, span.start, span.end), end);
}

function shortRaw(state: ParserState, tag: Tag): void {
  state.at++;
  const opening = directiveOf(tag, state.at);
  state.skipBlanks(1);
  const start = state.at;
  state.at = state.lines.endOf(start);
  addRaw(state, opening, contentOf(state, start, state.at));
}

function contentOf({ text }: ParserState, start: number, end: number): GrowingText {
  return { kind: 'text', span: { start, end }, text: text.slice(start, end) };
}

function addRaw(state: ParserState, opening: Directive, content: GrowingText, end?: Directive): void {
  const span = { start: opening.span.start, end: end?.span.end ?? content.span.end };
  const node: RawNode = { kind: 'raw', span, opening, content, ...(end && { end }) };
  state.addText(content, node);
}

/** Cheetah takes the rest of the file for the text, and says nothing; only where the file ends right there it fails. */
function reportUnclosed(state: ParserState, directive: Directive, fails: boolean): void {
  const message = fails
    ? 'The #end raw of this directive is missing.'
    : 'The #end raw of this directive is missing, so that the rest of the file has no meaning for Cheetah.';
  state.report('cheetah.end-missing', directive.span, message, fails ? {} : { severity: 'warning' });
}
