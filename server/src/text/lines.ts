const LINE_END = /\r\n|\r|\n/g;

/** What ends the lines of a text: what ends its first one; a line feed where there is but one line. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** The line (0-based) that an offset lies in. Line ends are those of LSP: CRLF, LF and CR. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).match(LINE_END)?.length ?? 0;
}

/** The span of a line (0-based) without the blanks around it; empty at the text's end for a line that is not there. */
export function lineSpan(text: string, line: number): { readonly start: number; readonly end: number } {
  const ends = [...text.matchAll(LINE_END)];
  const previous = line > 0 ? ends[line - 1] : undefined;
  if (line > ends.length) return { start: text.length, end: text.length };
  const from = previous ? previous.index + previous[0].length : 0;
  const written = text.slice(from, ends[line]?.index);
  const start = from + written.length - written.trimStart().length;
  return { start, end: start + written.trim().length };
}
