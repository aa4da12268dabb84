import type { Span } from '../../text/span';

/** The place that a name goes to when it is accepted. */
export interface Slot {
  /** What is replaced: on one line, with the cursor in it or at its edge. */
  readonly span: Span;
  /** What stands in `span` before the name: a client compares it, and the name behind it, with what was typed. */
  readonly typed: string;
  /** What is written before the name, and behind it. */
  readonly before: string;
  readonly after: string;
}

/** A slot in which a name alone takes the place of what stands at `span`. */
export function plainSlot(span: Span): Slot {
  return { span, typed: '', before: '', after: '' };
}

/** The line that `offset` stands in, without its end. Lines end with CRLF, LF or CR. */
export function lineAround(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && !isLineEnd(text, start - 1)) start -= 1;
  let end = offset;
  while (end < text.length && !isLineEnd(text, end)) end += 1;
  return { start, end };
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

/** A stretch of key characters that does not end with a dot or a dash: those may belong to what follows, such as `-->`. */
const REST_OF_WORD = /[\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*/uy;

/** The offset behind the word that goes on at `offset`. */
export function endOfWord(text: string, offset: number): number {
  REST_OF_WORD.lastIndex = offset;
  return REST_OF_WORD.test(text) ? REST_OF_WORD.lastIndex : offset;
}

/** Matches what may be the beginning of a key, the empty text included. */
export const KEY_BEGINNING = /^[\p{L}\p{N}_.-]*$/u;

/**
 * The slot of a name in quotes, with the cursor at `offset` and the name's first character at `start`. The missing quote at its
 * end is written with it. A quote farther on in the line belongs to this value only if the quotes behind it come in pairs.
 */
export function quotedSlot(text: string, start: number, offset: number, quote: string): Slot {
  const wordEnd = endOfWord(text, offset);
  if (text.startsWith(quote, wordEnd)) return plainSlot({ start, end: wordEnd });
  const rest = text.slice(offset, lineAround(text, offset).end);
  const close = rest.indexOf(quote);
  const quotes = rest.split(quote).length - 1;
  if (quotes % 2 === 1 && !/[[\](){}<>,:=#]/.test(rest.slice(0, close)))
    return plainSlot({ start, end: offset + close });
  return { ...plainSlot({ start, end: offset === start ? offset : wordEnd }), after: quote };
}
