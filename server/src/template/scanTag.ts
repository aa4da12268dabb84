import type { Span } from '../text/span';
import { scanAttribute } from './scanAttribute';
import type { ScanState } from './scanState';
import type { Attribute, Tag } from './tags';

const NAME = /[^\s/><"'=$]*/y;
const BLANKS = /\s*/y;

/** The offset behind what `pattern`, a sticky one, matches at `at`. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return Math.max(pattern.lastIndex, at);
}

/** The tag's name; a placeholder there is taken up, and counts as a name. */
function scanName(state: ScanState, start: number): Span {
  if (!state.text.startsWith('${', start)) return { start, end: skip(NAME, state.text, start) };
  const end = state.takePlaceholder(start, 'markup');
  state.mask({ start, end }, '_'.repeat(end - start));
  return { start, end };
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

/** The tag with all its attributes; `end` is missing where `>` is, and `at` is where the scan goes on. */
interface TagBody {
  readonly attributes: readonly Attribute[];
  readonly empty: boolean;
  readonly closed: boolean;
  readonly at: number;
}

function scanBody(state: ScanState, start: number): TagBody {
  const { text } = state;
  const attributes: Attribute[] = [];
  let at = skip(BLANKS, text, start);
  for (; at < text.length && text[at] !== '<'; at = skip(BLANKS, text, at)) {
    if (text[at] === '>') return { attributes, empty: false, closed: true, at: at + 1 };
    if (text.startsWith('/>', at)) return { attributes, empty: true, closed: true, at: at + 2 };
    const nameEnd = skip(NAME, text, at);
    if (text.startsWith('${', at)) at = skipPlaceholder(state, at);
    else if (nameEnd === at) at = skipStray(state, at);
    else {
      const { attribute, end } = scanAttribute(state, { start: at, end: nameEnd });
      if (attribute !== undefined) attributes.push(attribute);
      at = end;
    }
  }
  return { attributes, empty: false, closed: false, at };
}

/** Reads the tag whose `<` stands at `start`, and gives the offset behind it. A `<` that begins no tag is reported and read as text. */
export function scanTag(state: ScanState, start: number): number {
  const { text } = state;
  const closing = text[start + 1] === '/';
  const nameSpan = scanName(state, start + (closing ? 2 : 1));
  const name = text.slice(nameSpan.start, nameSpan.end);
  if (name === '') return skipLessThan(state, start);
  const body = scanBody(state, nameSpan.end);
  const span = { start, end: body.at };
  const kind: Tag['kind'] = closing ? 'close' : body.empty ? 'empty' : 'open';
  state.tags.push({ kind, name, nameSpan, span, attributes: body.attributes });
  reportRepeated(state, body.attributes);
  if (!body.closed) reportUnclosed(state, name, nameSpan, span);
  return body.at;
}

function skipLessThan(state: ScanState, at: number): number {
  const span = { start: at, end: at + 1 };
  state.report('template.xml-syntax', span, 'This < begins no tag. Write &lt; for the character itself.', {
    fixes: [{ title: 'Write &lt;', changes: [{ uri: state.uri, span, newText: '&lt;' }], preferred: true }],
  });
  state.mask(span, '_');
  return span.end;
}

function reportUnclosed(state: ScanState, name: string, nameSpan: Span, span: Span): void {
  state.report('template.xml-syntax', nameSpan, `The tag '${name}' is not closed: > is missing.`);
  state.blank(span);
  state.brokenTags.add(name);
}
