import type { Span } from '../text/span';
import { isBlankAt } from './characters';

/** Where a quoted attribute value ends, and what is wrong with it. */
export interface QuotedValue {
  /** Between the quotes. */
  readonly valueSpan: Span;
  /** Behind the closing quote. */
  readonly end: number;
  /** The quote that ends the value is missing; the value is what looks as if it was meant. */
  readonly unclosed: boolean;
  /** The first `<` in the value, which XML does not allow there. */
  readonly lessThan?: number | undefined;
  /** What stands behind this offset has no part in the answer. Infinity where the whole text was searched for the quote. */
  readonly reach: number;
}

/** What ends a value whose closing quote is missing: the next attribute, the end of the tag or of the line. */
const VALUE_END = /\s[^\s=<>"'/]+\s*=|\/?>|[\r\n]|</g;
/** A value that runs into the next attribute: `'eth5 mode=` before the quote that opens the next value. */
const NEXT_ATTRIBUTE = /\s[^\s=<>"'/]+\s*=\s*$/;

/** The value that was meant where the quote at `quoteAt` is never closed. */
function unclosedValue(text: string, quoteAt: number, reach: number): QuotedValue {
  const start = quoteAt + 1;
  VALUE_END.lastIndex = start;
  const end = start + text.slice(start, VALUE_END.exec(text)?.index).trimEnd().length;
  return { valueSpan: { start, end }, end, unclosed: true, reach };
}

/** Where a search for a quote ended. */
interface QuoteSearch {
  /** The quote, or where it was given up; Infinity at the end of the text. */
  readonly at: number;
  readonly found: boolean;
  /** The first `<` before that. */
  readonly lessThan: number | undefined;
}

/** Finds the closing quote. Gives it up at the first `<` behind a `>`: there the tag has ended, and the next one begun. */
function closingQuote(text: string, quoteAt: number): QuoteSearch {
  const quote = text[quoteAt];
  let sawGreater = false;
  let lessThan: number | undefined;
  for (let at = quoteAt + 1; at < text.length; at++) {
    const character = text[at];
    if (character === quote) return { at, found: true, lessThan };
    if (character === '>') sawGreater = true;
    else if (character === '<') {
      if (sawGreater) return { at, found: false, lessThan };
      lessThan ??= at;
    }
  }
  return { at: Infinity, found: false, lessThan };
}

/** Whether what stands there may follow a value. */
function mayFollow(text: string, at: number): boolean {
  const next = text[at];
  return next === undefined || next === '/' || next === '>' || next === '?' || isBlankAt(text, at);
}

/** Reads the quoted value whose opening quote stands at `quoteAt`. */
export function readQuotedValue(text: string, quoteAt: number): QuotedValue {
  const { at, found, lessThan } = closingQuote(text, quoteAt);
  if (!found) return unclosedValue(text, quoteAt, at + 1);
  const reach = at + 2;
  const runsOn = !mayFollow(text, at + 1) && NEXT_ATTRIBUTE.test(text.slice(quoteAt + 1, at));
  if (runsOn) return unclosedValue(text, quoteAt, reach);
  return { valueSpan: { start: quoteAt + 1, end: at }, end: at + 1, unclosed: false, lessThan, reach };
}
