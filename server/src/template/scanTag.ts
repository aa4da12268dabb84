import type { Span } from '../text/span';
import { behindBlanks, isBlankAt } from './characters';
import { scanAttribute } from './scanAttribute';
import type { ScanState } from './scanState';
import { scanPlaceholder, scanValue } from './scanValue';
import type { Attribute, Tag } from './tags';

/** What ends a name of ASCII characters: each by its code. */
const ENDS_NAME: readonly boolean[] = Array.from({ length: 0x80 }, (_, code) =>
  /[\s/><"'=$]/.test(String.fromCharCode(code)),
);
/** What else stands behind a `<` makes no tag of it. */
const NAME_START = /[\p{L}_:]|\$\{/uy;
const REST_OF_TAG = /[^<>]*/y;

/** The offset behind the name that begins at an offset. It may be empty. */
function behindName(text: string, start: number): number {
  let at = start;
  while (at < text.length && !(ENDS_NAME[text.charCodeAt(at)] ?? isBlankAt(text, at))) at++;
  return at;
}

/** Whether a name begins there. */
function startsName(text: string, at: number): boolean {
  NAME_START.lastIndex = at;
  return NAME_START.test(text);
}

/** Whether there stands the slash of an empty tag whose `>` is missing. */
function isLastSlash(text: string, at: number): boolean {
  if (text[at] !== '/') return false;
  const next = behindBlanks(text, at + 1);
  return next === text.length || text[next] === '<';
}

/** The tag's name; a placeholder there is taken up, and counts as a name. */
function scanName(state: ScanState, start: number): Span {
  if (!state.text.startsWith('${', start)) return { start, end: behindName(state.text, start) };
  return { start, end: scanPlaceholder(state, start, 'markup') };
}

function reportRepeated(state: ScanState, attributes: readonly Attribute[]): void {
  if (attributes.length < 2) return;
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
  let at = behindBlanks(text, end);
  for (; at < text.length && text[at] !== '<'; at = behindBlanks(text, end)) {
    if (text[at] === '>') return { attributes, empty: false, closed: true, end: at + 1 };
    if (text.startsWith('/>', at)) return { attributes, empty: true, closed: true, end: at + 2 };
    if (isLastSlash(text, at)) return { attributes, empty: true, closed: false, end: at + 1 };
    const nameEnd = behindName(text, at);
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
  if (state.text[start] === '>') return { attributes: [], empty: false, closed: true, end: start + 1 };
  REST_OF_TAG.lastIndex = start;
  const end = start + (REST_OF_TAG.exec(state.text)?.[0].length ?? 0);
  const restEnd = start + state.text.slice(start, end).trimEnd().length;
  const rest = { start: Math.min(behindBlanks(state.text, start), restEnd), end: restEnd };
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
  if (!startsName(text, nameStart)) return skipLessThan(state, start);
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
  if (!isBlankAt(state.text, span.end)) {
    state.blank(span);
    return span.end;
  }
  const end = span.end + 1;
  state.mask({ start: span.end, end }, '>');
  return end;
}

function reportUnclosed(state: ScanState, { name, nameSpan }: Tag): void {
  state.report('template.xml-syntax', nameSpan, `The tag '${name}' is not closed: > is missing.`);
  state.brokenTags.add(name);
}
