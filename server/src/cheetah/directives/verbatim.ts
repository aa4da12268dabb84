import type { ParserState } from '../parserState';
import type { Span } from '../../text/span';
import { directiveAt } from '../starts';
import type { Directive } from '../syntax';

/** Text that runs up to its own `#end …`. */
export interface Verbatim {
  readonly span: Span;
  /** Missing where the text runs to the end of the file. */
  readonly end?: Directive;
  /** Whether Cheetah fails because it looks for the end behind the end of the file. */
  readonly fails: boolean;
}

/** Reads up to `#end name`, as Cheetah does it: in the text, nothing else has a meaning. */
export function readVerbatim(state: ParserState, name: string): Verbatim {
  const { text, limit } = state;
  const start = state.at;
  for (let at = start; at < limit; at++) {
    at = nextSign(text, at, limit);
    if (at >= limit) break;
    if (directiveAt(text, at) !== 'end') continue;
    const sign = at;
    at = skipBlanks(text, sign + '#end'.length, limit);
    if (text.startsWith(name, at)) return endAt(state, start, { sign, nameEnd: at + name.length });
    // Cheetah goes on behind the character that follows.
    if (at >= limit) {
      state.at = limit;
      return { span: { start, end: limit }, fails: true };
    }
  }
  state.at = Math.max(start, limit);
  return { span: { start, end: state.at }, fails: false };
}

function nextSign(text: string, from: number, limit: number): number {
  const at = text.indexOf('#', from);
  return at < 0 ? limit : at;
}

function skipBlanks(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && ' \t\f'.includes(text.charAt(at))) at++;
  return at;
}

/** Reads the rest of the `#end` that was found. */
function endAt(
  state: ParserState,
  start: number,
  found: { readonly sign: number; readonly nameEnd: number },
): Verbatim {
  const { text, lines, limit } = state;
  const { sign, nameEnd } = found;
  const isClear = lines.isClearTo(sign);
  const contentEnd = isClear ? Math.max(start, lines.startOf(sign)) : sign;
  state.at = skipBlanks(text, nameEnd, limit);
  const lineEnd = lines.endOf(state.at);
  let end = nameEnd;
  if (text.charAt(state.at) === '#' && text.charAt(state.at - 1) !== '\\') end = ++state.at;
  else if (isClear && state.at < limit && '\r\n'.includes(text.charAt(state.at))) state.at = lines.nextOf(state.at);
  if (isClear && state.at > lineEnd) state.dropLine();
  const directive = { span: { start: sign, end }, nameSpan: { start: sign + 1, end: nameEnd } };
  return { span: { start, end: contentEnd }, end: directive, fails: false };
}
