import type { ScanState } from './scanState';

/** A quote that is not closed goes up to the end of the text. */
const PART = /[[\]<>]|"[^"]*"?|'[^']*'?/g;
const SUBSET_END = /\]\s*>/g;
const NEXT_TAG = /</g;

const REFUSED = 'A document type declaration is refused: a template needs none, and no entity is expanded. Remove it.';

function beforeNextTag(state: ScanState, from: number): number {
  return state.find(NEXT_TAG, from)?.start ?? state.text.length;
}

/** Whether a part is a quote alone, which says nothing: there is no other one behind it. */
function isLoneQuote(part: string): boolean {
  return /^(?:"[^"]*|'[^']*)$/.test(part);
}

/** Where the declaration at `start` ends: behind its `>`, or before the next tag where this is missing. */
function declarationEnd(state: ScanState, start: number): number {
  let inSubset = false;
  // It looks for the end of a subset wherever that may be. Declarations are refused, and so rare: what one hangs on need not be known better.
  state.searched = Infinity;
  PART.lastIndex = start + 2;
  for (let part = PART.exec(state.text); part !== null; part = PART.exec(state.text)) {
    if (part[0] === '[' && !state.find(SUBSET_END, part.index)) return beforeNextTag(state, part.index);
    if (isLoneQuote(part[0])) {
      state.looked = Infinity;
      PART.lastIndex = part.index + 1;
    } else if (part[0] === '[') inSubset = true;
    else if (part[0] === ']') inSubset = false;
    else if (part[0] === '>' && !inSubset) return PART.lastIndex;
    else if (part[0] === '<' && !inSubset) return part.index;
  }
  state.looked = Infinity;
  return state.text.length;
}

/** Reads the document type, or any other declaration, whose `<!` stands at `start`, and gives the offset behind it. It is refused, so that no entity is ever expanded, and kept from the XML parser. */
export function scanDeclaration(state: ScanState, start: number): number {
  const end = declarationEnd(state, start);
  state.report('template.doctype', { start, end }, REFUSED);
  state.blank({ start, end });
  return end;
}
