const LINE_END = /\r\n|\r|\n/g;

/** The offset behind the next line end that begins at `from` or behind it; `undefined` where there is none. Line ends are those of LSP: CRLF, LF and CR. */
export function behindLineEnd(text: string, from: number): number | undefined {
  LINE_END.lastIndex = from;
  return LINE_END.test(text) ? LINE_END.lastIndex : undefined;
}

/** The offset behind each line end of a text. */
export function behindLineEnds(text: string): readonly number[] {
  // An edit has some lines looked through anew: to look for one character alone is many times as fast.
  const isSimple = !text.includes('\r');
  const found: number[] = [];
  if (isSimple) for (let at = text.indexOf('\n') + 1; at > 0; at = text.indexOf('\n', at) + 1) found.push(at);
  else for (let at = behindLineEnd(text, 0); at !== undefined; at = behindLineEnd(text, at)) found.push(at);
  return found;
}

/** The offset, not before `least`, without the line ends in front of it. */
export function beforeLineEnds(text: string, offset: number, least: number): number {
  let at = offset;
  while (at > least && isLineEnd(text.charAt(at - 1))) at--;
  return at;
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}
