import { blanksBack } from '../characters';
import type { ParserState } from '../parserState';
import { directiveAt, isCommentAt } from '../starts';
import type { CommentNode, Directive } from '../syntax';

/** A directive whose `#` and name were read. */
export interface Tag {
  readonly name: string;
  /** Where its `#` stands. */
  readonly start: number;
  /** Where its name ends. */
  readonly nameEnd: number;
  /** Whether nothing but blanks stands in front of it in its line. */
  readonly isClear: boolean;
  /** Where the line ends that it starts in. */
  readonly lineEnd: number;
}

/** What follows a directive. */
export interface TagEnd {
  readonly directive: Directive;
  /** The comment behind it in its line. */
  readonly comment?: CommentNode;
}

/** Starts to read a directive; the name is read, too. */
export function startTag(state: ParserState, name: string): Tag {
  const start = state.at;
  state.at += 1 + name.length;
  return { name, start, nameEnd: state.at, isClear: state.lines.isClearTo(start), lineEnd: state.lines.endOf(start) };
}

/** The name as it is written. */
export function directiveOf({ start, nameEnd }: Tag, end: number, nameTo = nameEnd): Directive {
  return { span: { start, end }, nameSpan: { start: start + 1, end: nameTo } };
}

/**
 * Reads on behind a directive: a `#` that ends it, a comment, the line end where it stands alone on its lines. Then the
 * blanks in front of it belong to it, too. `nameTo` is where its name ends where that is of two words.
 */
export function finishTag(state: ParserState, tag: Tag, nameTo = tag.nameEnd): TagEnd {
  const comment = commentBehind(state);
  const trimmed = blanksBack(state.text, comment?.span.start ?? state.at, tag.nameEnd);
  const hasEnd = !comment && isTagEnd(state);
  if (hasEnd) state.at++;
  const directive = directiveOf(tag, hasEnd ? state.at : trimmed, nameTo);
  const atLineEnd = '\r\n'.includes(state.character);
  if (!hasEnd && tag.isClear && !state.isAtEnd && atLineEnd) state.at = state.lines.nextOf(state.at);
  if (tag.isClear && (state.isAtEnd || state.at > tag.lineEnd)) state.dropLine();
  return comment ? { directive, comment } : { directive };
}

function isTagEnd({ text, at }: ParserState): boolean {
  return text.charAt(at) === '#' && text.charAt(at - 1) !== '\\';
}

/** A comment right behind a directive; where a directive starts with its second `#`, the first one ends the directive before. */
function commentBehind(state: ParserState): CommentNode | undefined {
  const { text, at } = state;
  if (!isCommentAt(text, at) || directiveAt(text, at + 1) !== undefined) return undefined;
  return readComment(state);
}

/** Reads `## …` up to the line end. */
export function readComment(state: ParserState): CommentNode {
  const start = state.at;
  state.at = Math.min(state.lines.endOf(start), state.limit);
  const span = { start, end: state.at };
  noteComment(state, { start: start + 2, end: state.at });
  return { kind: 'comment', span };
}

/** What Cheetah does with the text of a comment: it becomes one of its Python, or a documentation string there. */
export function noteComment(state: ParserState, span: { readonly start: number; readonly end: number }): void {
  const text = state.text.slice(span.start, span.end);
  if (text.includes('\0')) state.report('cheetah.syntax', span, 'Python refuses a NUL character. Remove it.');
  const special = /^(?:([A-Za-z[\\\]^_`]+)@|doc:|doc-method:|doc-module:|doc-class:|header:)/.exec(text);
  if (special) {
    const isSafe =
      special[1] === undefined ? text.startsWith('header:') || !/["\\]/.test(text) : /^\w+$/.test(special[1]);
    const message =
      'Cheetah writes such a comment into its Python code, where it does not stand as it is written here.';
    if (!isSafe) state.report('cheetah.unsupported', span, message);
    return;
  }
  // A line of number signs is no comment of the Python; any other puts out the text in front of it.
  if (!/^#*$/.test(text)) state.commit();
}
