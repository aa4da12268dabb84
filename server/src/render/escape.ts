import { holdsNotXml } from '../template/characters';
import type { PlaceholderContext } from '../template/templateFile';

const IN_TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
/** A parser makes blanks of line ends and tabs in an attribute value, unless they are character references. */
const IN_ATTRIBUTE: Readonly<Record<string, string>> = {
  ...IN_TEXT,
  '\t': '&#9;',
  '\n': '&#10;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A bracket at the end might come to stand in front of `]>` or `>`: text cannot hold `]]>`. */
function inText(value: string): string {
  return value.replace(/[&<>\r]/g, (character) => IN_TEXT[character] ?? character).replace(/\]$/, '&#93;');
}

/** Escapes what ends the value, and leaves the other quote as it is. */
function inAttribute(value: string, quote: '"' | "'"): string {
  const pattern = quote === '"' ? /[&<>\r\t\n"]/g : /[&<>\r\t\n']/g;
  return value.replace(pattern, (character) => IN_ATTRIBUTE[character] ?? character);
}

/** Ends the section and begins it anew wherever value and surroundings could make a `]]>`. A carriage return has no way in. */
function inCdata(value: string): string | undefined {
  if (value.includes('\r')) return undefined;
  const restart = ']]><![CDATA[';
  if (value === '') return restart;
  const inner = value.replaceAll(']]>', `]]${restart}>`);
  return (/^\]?>/.test(value) ? restart : '') + inner + (value.endsWith(']') ? restart : '');
}

/** A comment knows no escape: a value fits as it is, or not at all. */
function inComment(value: string): string | undefined {
  return value === '' || /--|^[->]|-$|\r/.test(value) ? undefined : value;
}

/** How values are written in a place of one kind. */
export interface Escape {
  /** Finds something in every value that is not written as it is, but for the empty one; in some others, too. */
  readonly special: RegExp;
  /** What to write, so that an XML parser reads exactly the value, which is one that XML can hold; `undefined` where there is no way. */
  readonly escaped: (value: string) => string | undefined;
  /** What stands on both sides of it. */
  readonly quote: '' | "'";
}

/** Such characters, controls, and those beyond the first plane: most values hold none, and a search that finds nothing is fast. */
function special(characters: string): RegExp {
  return new RegExp(`[${characters}\\x00-\\x1f\\ud800-\\udfff\\ufffe\\uffff]`);
}

const NOWHERE: Escape = { special: /^/, escaped: () => undefined, quote: '' };
const SINGLE_QUOTED: Escape = { special: special("&<>'"), escaped: (value) => inAttribute(value, "'"), quote: '' };

/** How values are written, by what surrounds their place. An unquoted one gets its quotes. */
export const escapes: Readonly<Record<PlaceholderContext, Escape>> = {
  'double-quoted': { special: special('&<>"'), escaped: (value) => inAttribute(value, '"'), quote: '' },
  'single-quoted': SINGLE_QUOTED,
  unquoted: { ...SINGLE_QUOTED, quote: "'" },
  text: { special: special('&<>\\]'), escaped: inText, quote: '' },
  cdata: { special: special('>\\]'), escaped: inCdata, quote: '' },
  comment: { special: special('>\\-'), escaped: inComment, quote: '' },
  markup: NOWHERE,
  directive: NOWHERE,
};

/** What to write for a value between the quotes of its place; `undefined` where there is no way to write it. */
export function writeValue(value: string, { special, escaped }: Escape): string | undefined {
  if (value !== '' && !special.test(value)) return value;
  return holdsNotXml(value) ? undefined : escaped(value);
}

/** What to write for `value` in that context, so that an XML parser reads exactly `value` there; `undefined` where there is no way to write it. */
export function escapeValue(value: string, context: PlaceholderContext): string | undefined {
  const escape = escapes[context];
  const written = writeValue(value, escape);
  return written === undefined ? undefined : escape.quote + written + escape.quote;
}
