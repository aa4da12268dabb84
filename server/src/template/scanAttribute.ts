import type { Fix } from '../problems';
import type { Span } from '../text/span';
import { readQuotedValue } from './attributeValue';
import type { ScanState } from './scanState';
import type { Attribute } from './tags';

/** An attribute, if it has a value, and the offset behind it. */
export interface ScannedAttribute {
  readonly attribute?: Attribute;
  readonly end: number;
}

const SIGN = /\s*=\s*/y;
/** What stands behind `=` and a blank is the next attribute, no value. */
const NEXT_ATTRIBUTE = /\s[^\s=<>"'/$]+\s*=/y;
const UNQUOTED = /(?:[^\s<>/]|\/(?!>))*/y;

/** Reads what follows an attribute's name. Whatever is wrong with it is reported and kept from the XML parser. */
export function scanAttribute(state: ScanState, nameSpan: Span): ScannedAttribute {
  const { text } = state;
  const name = text.slice(nameSpan.start, nameSpan.end);
  SIGN.lastIndex = nameSpan.end;
  if (!SIGN.test(text)) return withoutValue(state, name, nameSpan, nameSpan.end);
  const at = SIGN.lastIndex;
  NEXT_ATTRIBUTE.lastIndex = at - 1;
  if (NEXT_ATTRIBUTE.test(text)) return withoutValue(state, name, nameSpan, at);
  if (text[at] === '"' || text[at] === "'") return quoted(state, name, nameSpan, at);
  if (text.startsWith('${', at)) return unquotedPlaceholder(state, name, nameSpan, at);
  return unquoted(state, name, nameSpan, at);
}

function withoutValue(state: ScanState, name: string, nameSpan: Span, end: number): ScannedAttribute {
  state.report('template.xml-syntax', nameSpan, `The attribute '${name}' has no value. Write ${name}='…'.`);
  state.blank({ start: nameSpan.start, end });
  return { end };
}

function quoted(state: ScanState, name: string, nameSpan: Span, quoteAt: number): ScannedAttribute {
  const { text, uri } = state;
  const quote = text[quoteAt] === '"' ? '"' : "'";
  const value = readQuotedValue(text, quoteAt);
  const { valueSpan, end } = value;
  state.takePlaceholders(valueSpan, quote === '"' ? 'double-quoted' : 'single-quoted');
  if (value.unclosed) {
    state.report(
      'template.quote-missing',
      { start: quoteAt, end },
      `The value of '${name}' is not closed: ${quote} is missing.`,
      {
        fixes: [
          {
            title: `Close the value with ${quote}`,
            changes: [{ uri, span: { start: end, end }, newText: quote }],
            preferred: true,
          },
        ],
      },
    );
    state.blank({ start: nameSpan.start, end });
  } else if (value.lessThan !== undefined) reportLessThan(state, value.lessThan);
  return { attribute: { name, nameSpan, valueSpan }, end };
}

function reportLessThan(state: ScanState, at: number): void {
  const span = { start: at, end: at + 1 };
  state.report('template.xml-syntax', span, 'An attribute value cannot hold <. Write &lt;.', {
    fixes: [{ title: 'Write &lt;', changes: [{ uri: state.uri, span, newText: '&lt;' }], preferred: true }],
  });
}

/** A placeholder that stands unquoted as a whole value, as in the proposal: rendering adds the quotes. */
function unquotedPlaceholder(state: ScanState, name: string, nameSpan: Span, start: number): ScannedAttribute {
  const end = state.placeholderEnd(start);
  const next = state.text.slice(end, end + 2);
  if (next !== '' && next !== '/>' && !/^[\s><]/.test(next)) return unquoted(state, name, nameSpan, start);
  state.takePlaceholder(start, 'unquoted');
  state.mask({ start, end }, `"${'_'.repeat(end - start - 2)}"`);
  return { attribute: { name, nameSpan, valueSpan: { start, end } }, end };
}

function unquoted(state: ScanState, name: string, nameSpan: Span, start: number): ScannedAttribute {
  UNQUOTED.lastIndex = start;
  UNQUOTED.test(state.text);
  const end = Math.max(UNQUOTED.lastIndex, start);
  if (end === start) return withoutValue(state, name, nameSpan, start);
  const valueSpan = { start, end };
  state.takePlaceholders(valueSpan, 'unquoted');
  state.report('template.value-unquoted', valueSpan, `The value of '${name}' stands without quotes.`, {
    fixes: [quoteValue(state, valueSpan)],
  });
  state.blank({ start: nameSpan.start, end });
  return { attribute: { name, nameSpan, valueSpan }, end };
}

/** Puts quotes around a value; one that ends with a quote lacks only the first. */
function quoteValue({ text, uri }: ScanState, { start, end }: Span): Fix {
  const written = text.slice(start, end);
  const last = written.at(-1);
  const ownQuote = last === '"' || last === "'" ? last : undefined;
  const quote = ownQuote ?? (written.includes("'") ? '"' : "'");
  const newText = quote + written + (ownQuote === undefined ? quote : '');
  return { title: 'Quote the attribute value', changes: [{ uri, span: { start, end }, newText }], preferred: true };
}
