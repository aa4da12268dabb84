import type { Span } from '../text/span';

const LINE_START = /(?:\r\n|\r|\n)([ \t]*)/g;
/** A value or a section that goes over a line end: the blanks behind it belong to what is said. */
const VERBATIM = /<!\[CDATA\[|=\s*"[^"<\r\n]*[\r\n]|=\s*'[^'<\r\n]*[\r\n]/;

/**
 * The blanks, line by line, that the lines of an element share with its first line because it stands indented in its
 * file. None where taking them away could change more than the look: with a CDATA section or an attribute value of
 * several lines inside.
 */
export function indentation(text: string, element: Span): readonly Span[] {
  const lineStart = Math.max(text.lastIndexOf('\n', element.start), text.lastIndexOf('\r', element.start)) + 1;
  const indent = text.slice(lineStart, element.start);
  const source = text.slice(element.start, element.end);
  if (indent === '' || indent.trim() !== '' || VERBATIM.test(source)) return [];
  const spans: Span[] = [];
  for (const match of source.matchAll(LINE_START)) {
    const blanks = match[1] ?? '';
    const start = element.start + match.index + match[0].length - blanks.length;
    if (blanks.startsWith(indent)) spans.push({ start, end: start + indent.length });
  }
  return spans;
}
