import { holdsNotXml } from './characters';
import type { ScanState } from './scanState';

/** One of the five entities that XML itself defines, or a character by its number. */
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#(?<decimal>\d+)|#x(?<hex>[\dA-Fa-f]+));/y;
/** What looks as if a reference was meant; else the `&` alone. */
const WRITTEN = /&(?:#?\w+;)?/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isXmlCharacter(code: number): boolean {
  return code <= 0x10ffff && !holdsNotXml(String.fromCodePoint(code));
}

/** The offset behind the reference at `at`; `undefined` where there is none that XML knows. */
function referenceEnd(text: string, at: number): number | undefined {
  const match = matchAt(REFERENCE, text, at);
  if (match === null) return undefined;
  const { decimal, hex } = match.groups ?? {};
  const code = decimal === undefined ? hex && Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
  return typeof code !== 'number' || isXmlCharacter(code) ? at + match[0].length : undefined;
}

/** Reads the reference whose `&` stands at `at`, and gives the offset behind it. Anything else is reported, and its `&` read as text. */
export function scanReference(state: ScanState, at: number): number {
  const end = referenceEnd(state.text, at);
  if (end !== undefined) return end;
  const written = matchAt(WRITTEN, state.text, at)?.[0] ?? '&';
  const span = { start: at, end: at + written.length };
  state.reportUnescaped(
    span,
    at,
    '&amp;',
    `'${written}' is no reference of XML. Write &amp; for the character itself.`,
  );
  state.mask({ start: at, end: at + 1 }, '_');
  return at + 1;
}
