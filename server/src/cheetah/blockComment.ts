import { isBlank, matchAt } from './characters';
import { noteComment } from './directives/tag';
import type { ParserState } from './parserState';

const START = /(?<!\\)#\*/y;
const END = /(?<!\\)\*#/y;

/** `#* … *#`, which nests. Without its end it goes on to the end of the file, and Cheetah says nothing. */
export function blockComment(state: ParserState): void {
  const { text, lines, limit } = state;
  const start = state.at;
  const isClear = lines.isClearTo(start);
  const lineEnd = lines.endOf(start);
  const { end, isClosed, fails } = endOf(text, start + 2, limit);
  const span = { start, end: isClosed ? end + 2 : end };
  state.at = span.end;
  if (!isClosed) {
    const message = 'The *# that ends this comment is missing.';
    state.report('cheetah.end-missing', { start, end: start + 2 }, message, fails ? {} : { severity: 'warning' });
  }
  const isMore = state.at < limit;
  if (isMore) {
    if (isBlank(text.slice(state.at, lines.endOf(state.at)))) {
      state.at = isClear ? lines.nextOf(state.at) : lines.endOf(state.at);
    }
    if (isClear && (state.isAtEnd || state.at > lineEnd)) state.dropLine();
  }
  noteComment(state, { start: start + 2, end });
  state.blocks.body.add({ kind: 'comment', span });
}

interface CommentEnd {
  /** Where the `*#` stands. */
  readonly end: number;
  readonly isClosed: boolean;
  /** Whether Cheetah fails, because it looks behind the end of the file. */
  readonly fails: boolean;
}

/** As Cheetah looks for it: behind each start and end within the comment it passes over one more character. */
function endOf(text: string, from: number, limit: number): CommentEnd {
  let level = 1;
  for (let at = from; at < limit; at++) {
    if (matchAt(START, text, at)) level++;
    else if (!matchAt(END, text, at)) continue;
    else if (--level === 0) return { end: at, isClosed: true, fails: false };
    at += 2;
    if (at >= limit) return { end: limit, isClosed: false, fails: true };
  }
  return { end: limit, isClosed: false, fails: false };
}
