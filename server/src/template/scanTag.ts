import type { Span } from '../text/span';
import { scanAttribute } from './scanAttribute';
import type { ScanState } from './scanState';
import { scanPlaceholder, scanValue } from './scanValue';
import type { Attribute, Tag } from './tags';

const NAME = /[^\s/><"'=$]*/y;
/** What else stands behind a `<` makes no tag of it. */
const NAME_START = /[\p{L}_:]|\$\{/uy;
const BLANK = /\s/y;
const BLANKS = /\s*/y;
/** The slash of an empty tag whose `>` is missing. */
const LAST_SLASH = /\/(?=\s*(?:<|$))/y;
const REST_OF_TAG = /[^<>]*/y;

/** The offset behind what `pattern`, a sticky one, matches at `at`. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return Math.max(pattern.lastIndex, at);
}

/** The tag's name; a placeholder there is taken up, and counts as a name. */
function scanName(state: ScanState, start: number): Span {
  if (!state.text.startsWith('${', start)) return { start, end: skip(NAME, state.text, start) };
  return { start, end: scanPlaceholder(state, start, 'markup') };
}

function reportRepeated(state: ScanState, attributes: readonly Attribute[]): void {
  const names = new Set<string>();
  for (const { name, nameSpan } of attributes) {
    if (names.has(name))
      state.report('template.xml-syntax', nameSpan, `The attribute '${name}' is given twice. Keep one.`);
    names.add(name);
  }
}

/** Something in a tag that is no attribute: reported, and kept from the XML parser. */
function skipStray(state: ScanState, at: number): number {
  const character = state.text[at] ?? '';
  const span = { start: at, end: at + 1 };
  state.report('template.xml-syntax', span, `The character ${character} is not expected here, inside of a tag.`);
  state.blank(span);
  return span.end;
}

/** A placeholder in place of an attribute, or of its name. */
function skipPlaceholder(state: ScanState, at: number): number {
  const nameEnd = state.takePlaceholder(at, 'markup');
  const named = /^\s*=/.test(state.text.slice(nameEnd, nameEnd + 8));
  const end = named ? scanAttribute(state, { start: at, end: nameEnd }).end : nameEnd;
  state.blank({ start: at, end });
  return end;
}

/** What a tag holds behind its name, and where it ends: behind its `>`, or where this is missing. */
interface TagBody {
  readonly attributes: readonly Attribute[];
  readonly empty: boolean;
  readonly closed: boolean;
  readonly end: number;
}

function scanBody(state: ScanState, start: number): TagBody {
  const { text } = state;
  const attributes: Attribute[] = [];
  let end = start;
  let at = skip(BLANKS, text, end);
  for (; at < text.length && text[at] !== '<'; at = skip(BLANKS, text, end)) {
    if (text[at] === '>') return { attributes, empty: false, closed: true, end: at + 1 };
    if (text.startsWith('/>', at)) return { attributes, empty: true, closed: true, end: at + 2 };
    if (skip(LAST_SLASH, text, at) > at) return { attributes, empty: true, closed: false, end: at + 1 };
    const nameEnd = skip(NAME, text, at);
    if (text.startsWith('${', at)) end = skipPlaceholder(state, at);
    else if (nameEnd === at) end = skipStray(state, at);
    else {
      const scanned = scanAttribute(state, { start: at, end: nameEnd });
      if (scanned.attribute !== undefined) attributes.push(scanned.attribute);
      ({ end } = scanned);
    }
  }
  return { attributes, empty: false, closed: false, end };
}

/** A closing tag holds its name alone: anything else is reported once. */
function scanClosing(state: ScanState, start: number): TagBody {
  const end = skip(REST_OF_TAG, state.text, start);
  const restEnd = start + state.text.slice(start, end).trimEnd().length;
  const rest = { start: Math.min(skip(BLANKS, state.text, start), restEnd), end: restEnd };
  if (rest.end > rest.start) {
    state.report('template.xml-syntax', rest, 'A closing tag holds nothing but its name.');
    scanValue(state, rest, 'comment');
    state.blank(rest);
  }
  const closed = state.text[end] === '>';
  return { attributes: [], empty: false, closed, end: closed ? end + 1 : rest.end };
}

/** Reads the tag whose `<` stands at `start`, and gives the offset behind it. A `<` that begins no tag is reported and read as text. */
export function scanTag(state: ScanState, start: number): number {
  const { text } = state;
  const closing = text[start + 1] === '/';
  const nameStart = start + (closing ? 2 : 1);
  if (skip(NAME_START, text, nameStart) === nameStart) return skipLessThan(state, start);
  const nameSpan = scanName(state, nameStart);
  const body = closing ? scanClosing(state, nameSpan.end) : scanBody(state, nameSpan.end);
  const { attributes, closed } = body;
  const end = closed ? body.end : closeTag(state, { start, end: body.end });
  const kind: Tag['kind'] = closing ? 'close' : body.empty ? 'empty' : 'open';
  const tag: Tag = { kind, name: text.slice(nameSpan.start, nameSpan.end), nameSpan, span: { start, end }, attributes };
  state.tags.push(tag);
  reportRepeated(state, attributes);
  if (!closed) reportUnclosed(state, tag);
  return end;
}

function skipLessThan(state: ScanState, at: number): number {
  const span = { start: at, end: at + 1 };
  state.reportUnescaped(span, at, '&lt;', 'This < begins no tag. Write &lt; for the character itself.');
  state.mask(span, '_');
  return span.end;
}

/** Lets the XML parser see a `>` in place of the blank behind a tag that has none, or no tag where there is no room. Gives the offset behind it. */
function closeTag(state: ScanState, span: Span): number {
  const end = skip(BLANK, state.text, span.end);
  if (end === span.end) state.blank(span);
  else state.mask({ start: span.end, end }, '>');
  return end;
}

function reportUnclosed(state: ScanState, { name, nameSpan }: Tag): void {
  state.report('template.xml-syntax', nameSpan, `The tag '${name}' is not closed: > is missing.`);
  state.brokenTags.add(name);
}
