import type { Span } from '../text/span';
import { trim } from './lines';
import { withoutQuotes } from './setting';

/** A line of the form `name = value` or `name: value`. */
export interface Assignment {
  /** Empty where nothing stands in front of the sign. */
  readonly nameSpan: Span;
  /** Without blanks and quotes around it; empty, right behind the sign, where there is none. */
  readonly value: Span;
}

/** Splits a line at its first `=` or `:`. Undefined where it has neither. */
export function readAssignment(text: string, line: Span): Assignment | undefined {
  const at = text.slice(line.start, line.end).search(/[=:]/);
  if (at < 0) return undefined;
  const sign = line.start + at;
  return {
    nameSpan: trim(text, { start: line.start, end: sign }),
    value: withoutQuotes(text, trim(text, { start: sign + 1, end: line.end })),
  };
}
