import type { Span } from '../text/span';

/** Where a quoted attribute value ends, and what is wrong with it. */
export interface QuotedValue {
  /** Between the quotes. */
  readonly valueSpan: Span;
  /** Behind the closing quote. */
  readonly end: number;
  /** The quote that ends the value is missing; the value is what looks as if it was meant. */
  readonly unclosed: boolean;
  /** The first `<` in the value, which XML does not allow there. */
  readonly lessThan?: number;
}

/** What ends a value whose closing quote is missing: the next attribute, the end of the tag or of the line. */
const VALUE_END = /\s[^\s=<>"'/]+\s*=|\/?>|[\r\n]|</g;
/** A value that runs into the next attribute: `'eth5 mode=` before the quote that opens the next value. */
const NEXT_ATTRIBUTE = /\s[^\s=<>"'/]+\s*=\s*$/;

/** The value that was meant where the quote at `quoteAt` is never closed. */
function unclosedValue(text: string, quoteAt: number): QuotedValue {
  const start = quoteAt + 1;
  VALUE_END.lastIndex = start;
  const end = start + text.slice(start, VALUE_END.exec(text)?.index).trimEnd().length;
  return { valueSpan: { start, end }, end, unclosed: true };
}

/** Finds the closing quote. Gives it up at the first `<` behind a `>`: there the tag has ended, and the next one begun. */
function closingQuote(text: string, quoteAt: number): { at: number; lessThan?: number } | undefined {
  const interesting = text[quoteAt] === '"' ? /["<>]/g : /['<>]/g;
  interesting.lastIndex = quoteAt + 1;
  let sawGreater = false;
  let lessThan: number | undefined;
  for (let found = interesting.exec(text); found !== null; found = interesting.exec(text)) {
    const { index } = found;
    if (text[index] === '>') sawGreater = true;
    else if (text[index] !== '<') return lessThan === undefined ? { at: index } : { at: index, lessThan };
    else if (sawGreater) return undefined;
    else lessThan ??= index;
  }
  return undefined;
}

/** Reads the quoted value whose opening quote stands at `quoteAt`. */
export function readQuotedValue(text: string, quoteAt: number): QuotedValue {
  const closing = closingQuote(text, quoteAt);
  if (closing === undefined) return unclosedValue(text, quoteAt);
  const { at, lessThan } = closing;
  const next = text[at + 1];
  const runsOn = next !== undefined && !/[\s/>?]/.test(next) && NEXT_ATTRIBUTE.test(text.slice(quoteAt + 1, at));
  if (runsOn) return unclosedValue(text, quoteAt);
  const value = { valueSpan: { start: quoteAt + 1, end: at }, end: at + 1, unclosed: false };
  return lessThan === undefined ? value : { ...value, lessThan };
}
