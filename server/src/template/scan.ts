import { findNotXml } from './characters';
import { markupAt, type Markup } from './markup';
import { scanDeclaration } from './scanDeclaration';
import { scanEnclosed } from './scanEnclosed';
import { scanReference } from './scanReference';
import { ScanState } from './scanState';
import { scanTag } from './scanTag';
import { scanPlaceholder } from './scanValue';

/** Reads one piece of markup at `at`, and gives the offset behind it. */
export function scanMarkup(state: ScanState, markup: Markup, at: number): number {
  switch (markup) {
    case '<!--':
    case '<![CDATA[':
    case '<?':
      return scanEnclosed(state, markup, at);
    case '<!':
      return scanDeclaration(state, at);
    case '<':
      return scanTag(state, at);
    case '&':
      return scanReference(state, at);
    case ']]>':
      return scanSectionEnd(state, at);
    case '${':
      return scanPlaceholder(state, at, 'text');
  }
}

/** The end of a CDATA section where none has begun. */
function scanSectionEnd(state: ScanState, start: number): number {
  const end = start + ']]>'.length;
  state.reportUnescaped({ start, end }, end - 1, '&gt;', 'Text cannot hold ]]>. Write ]]&gt;.');
  return end;
}

/** Reports the characters up to `end` that XML cannot hold. */
export function reportNotXml(state: ScanState, end: number): void {
  for (const { 0: run, index } of findNotXml(state.text.slice(0, end))) {
    const code = (run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const span = { start: index, end: index + run.length };
    state.report('template.xml-syntax', span, `XML cannot hold the character U+${code}. Remove it.`);
  }
}

/** Goes over a plain template file once: finds every tag and every placeholder with what surrounds it, however broken the text is, and masks what XML does not know. */
export function scanTemplate(text: string, uri: string): ScanState {
  const state = new ScanState(text, uri);
  reportNotXml(state, text.length);
  for (let at = 0; at < text.length;) {
    const markup = markupAt(text, at);
    at = markup ? scanMarkup(state, markup, at) : at + 1;
  }
  return state;
}
