import type { Span } from '../text/span';
import { ScanState } from './scanState';
import { scanTag } from './scanTag';

/** What stands in text and is more than text. */
const MARKUP = /<!--|<!\[CDATA\[|<!(?=[A-Za-z])|<\?|<|\$\{/g;
const DECLARATION_PART = /[[\]>]|"[^"]*"|'[^']*'/g;

/** The stretch from `start` behind the next `terminator`, or to the end of the text, which is then reported. */
function enclosed(state: ScanState, start: number, terminator: string): Span {
  const at = state.text.indexOf(terminator, start);
  if (at >= 0) return { start, end: at + terminator.length };
  const opener = { start, end: start + 2 };
  state.report('template.xml-syntax', opener, `This part is not closed: ${terminator} is missing.`);
  return { start, end: state.text.length };
}

function scanEnclosed(
  state: ScanState,
  start: number,
  terminator: string,
  context: 'comment' | 'cdata' | 'markup',
): number {
  const span = enclosed(state, start, terminator);
  state.takePlaceholders(span, context);
  if (!state.text.slice(span.start, span.end).endsWith(terminator)) state.blank(span);
  return span.end;
}

/** A document type or any other declaration: refused, so that no entity is ever expanded, and kept from the XML parser. */
function scanDeclaration(state: ScanState, start: number): number {
  let depth = 0;
  let end = state.text.length;
  DECLARATION_PART.lastIndex = start;
  for (let part = DECLARATION_PART.exec(state.text); part !== null; part = DECLARATION_PART.exec(state.text)) {
    if (part[0] === '[') depth++;
    else if (part[0] === ']') depth--;
    else if (part[0] === '>' && depth <= 0) {
      end = DECLARATION_PART.lastIndex;
      break;
    }
  }
  const message =
    'A document type declaration is refused: a template needs none, and no entity is expanded. Remove it.';
  state.report('template.doctype', { start, end }, message);
  state.blank({ start, end });
  return end;
}

/** Reads one piece of markup at `at`, and gives the offset behind it. */
function scanMarkup(state: ScanState, markup: string, at: number): number {
  switch (markup) {
    case '<!--':
      return scanEnclosed(state, at, '-->', 'comment');
    case '<![CDATA[':
      return scanEnclosed(state, at, ']]>', 'cdata');
    case '<?':
      return scanEnclosed(state, at, '?>', 'markup');
    case '<!':
      return scanDeclaration(state, at);
    case '<':
      return scanTag(state, at);
    default:
      return scanTextPlaceholder(state, at);
  }
}

function scanTextPlaceholder(state: ScanState, at: number): number {
  const end = state.takePlaceholder(at, 'text');
  state.mask({ start: at, end }, '_'.repeat(end - at));
  return end;
}

/** Goes over a plain template file once: finds every tag and every placeholder with what surrounds it, however broken the text is, and masks what XML does not know. */
export function scanTemplate(text: string, uri: string): ScanState {
  const state = new ScanState(text, uri);
  const markup = new RegExp(MARKUP);
  for (let found = markup.exec(text); found !== null; found = markup.exec(text)) {
    markup.lastIndex = scanMarkup(state, found[0], found.index);
  }
  return state;
}
