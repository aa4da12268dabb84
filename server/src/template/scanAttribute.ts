import type { Fix } from '../problems';
import type { Span } from '../text/span';
import { readQuotedValue } from './attributeValue';
import { behindBlanks, isBlankAt } from './characters';
import type { ScanState } from './scanState';
import { scanValue } from './scanValue';
import type { Attribute } from './tags';

/** An attribute, if it has a value, and the offset behind it. */
export interface ScannedAttribute {
  readonly attribute?: Attribute;
  readonly end: number;
}

/** What stands behind `=` and a blank is the next attribute, no value. */
const NEXT_ATTRIBUTE = /[^\s=<>"'/$]+\s*=/y;
/** What may follow a placeholder that is a whole value: also the next attribute, where the blank before it is missing. */
const BEHIND_VALUE = /$|[\s<>]|\/(?:>|\s*(?:<|$))|[\p{L}_:][^\s=<>"'/$]*\s*=/uy;
const UNQUOTED_END = /[\s<>]|\/>|$/g;

/** Reads what follows an attribute's name. Whatever is wrong with it is reported and kept from the XML parser. */
export function scanAttribute(state: ScanState, nameSpan: Span): ScannedAttribute {
  const { text } = state;
  const name = text.slice(nameSpan.start, nameSpan.end);
  const sign = behindBlanks(text, nameSpan.end);
  if (text[sign] !== '=') return withoutValue(state, name, nameSpan, nameSpan.end);
  const at = behindBlanks(text, sign + 1);
  if (isBlankAt(text, at - 1) && isNextAttribute(text, at)) return withoutValue(state, name, nameSpan, at);
  if (text[at] === '"' || text[at] === "'") return quoted(state, name, nameSpan, at);
  if (text.startsWith('${', at)) return unquotedPlaceholder(state, name, nameSpan, at);
  return unquoted(state, name, nameSpan, at);
}

function isNextAttribute(text: string, at: number): boolean {
  NEXT_ATTRIBUTE.lastIndex = at;
  return NEXT_ATTRIBUTE.test(text);
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
  const { valueSpan, end, reach } = value;
  state.looked = Math.max(state.looked, reach);
  scanValue(state, valueSpan, quote === '"' ? 'double-quoted' : 'single-quoted');
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
  state.reportUnescaped({ start: at, end: at + 1 }, at, '&lt;', 'An attribute value cannot hold <. Write &lt;.');
}

/** A placeholder that stands unquoted as a whole value, as in the proposal: rendering adds the quotes. */
function unquotedPlaceholder(state: ScanState, name: string, nameSpan: Span, start: number): ScannedAttribute {
  const end = state.placeholderEnd(start);
  BEHIND_VALUE.lastIndex = end;
  if (!BEHIND_VALUE.test(state.text)) return unquoted(state, name, nameSpan, start);
  state.takePlaceholder(start, 'unquoted');
  state.mask({ start, end }, `"${'_'.repeat(end - start - 2)}"`);
  return { attribute: { name, nameSpan, valueSpan: { start, end } }, end };
}

/** Where an unquoted value ends: at a blank or the tag's end, but not in the middle of a malformed placeholder. */
function unquotedEnd(state: ScanState, start: number): number {
  UNQUOTED_END.lastIndex = start;
  const end = UNQUOTED_END.exec(state.text)?.index ?? state.text.length;
  const placeholder = state.text.slice(start, end).lastIndexOf('${');
  return placeholder < 0 ? end : Math.max(end, state.placeholderEnd(start + placeholder));
}

function unquoted(state: ScanState, name: string, nameSpan: Span, start: number): ScannedAttribute {
  const end = unquotedEnd(state, start);
  if (end === start) return withoutValue(state, name, nameSpan, start);
  const valueSpan = { start, end };
  scanValue(state, valueSpan, 'unquoted');
  const fixes = quoteValue(state, valueSpan);
  state.report('template.value-unquoted', valueSpan, `The value of '${name}' stands without quotes.`, { fixes });
  state.blank({ start: nameSpan.start, end });
  return { attribute: { name, nameSpan, valueSpan }, end };
}

/** What turns an unquoted value into a quoted one: the quotes around it, or the one that is missing. `undefined` where that is not plain. */
function quotesFor(written: string): readonly [before: string, after: string] | undefined {
  const last = written.at(-1);
  const others = written.slice(0, -1);
  if (last === '"' || last === "'") return others.includes(last) ? undefined : [last, ''];
  const quote = ["'", '"'].find((character) => !written.includes(character));
  return quote === undefined ? undefined : [quote, quote];
}

function quoteValue({ text, uri }: ScanState, span: Span): readonly Fix[] {
  const written = text.slice(span.start, span.end);
  const quotes = quotesFor(written);
  if (quotes === undefined) return [];
  const newText = quotes[0] + written + quotes[1];
  return [{ title: 'Quote the attribute value', changes: [{ uri, span, newText }], preferred: true }];
}
