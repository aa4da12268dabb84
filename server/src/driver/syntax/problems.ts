import { type Problem, problem } from '../../problems';
import type { Span } from '../../text/span';

/** The one problem of a text that does not follow the grammar: where it is met first. */
export function syntaxProblem(text: string, language: string, at: Span): Problem {
  const message = `This could not be read as ${language}, so the list of the driver's keys may be incomplete.`;
  return problem('driver.syntax', visible(text, at), message);
}

/** A span of at least one character, where the text has one, and of one line. */
function visible(text: string, { start, end }: Span): Span {
  let from = Math.min(start, text.length);
  // An error that is met at the end of a line belongs to what stands before it.
  while (from > 0 && (from === text.length || isSpace(text, from))) from--;
  let to = Math.max(from, Math.min(end, text.length));
  while (to > from && isSpace(text, to - 1)) to--;
  const lineEnd = ['\r', '\n'].map((mark) => text.indexOf(mark, from)).filter((place) => place >= from);
  to = Math.min(to, ...lineEnd);
  return { start: from, end: to > from ? to : from + characterLength(text, from) };
}

function characterLength(text: string, at: number): number {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0).length : 0;
}

function isSpace(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}
