import { findNotXml } from '../../template/characters';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What would not show, or would make the text around it show in another order. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]/gu;
const REPLACEMENT = '\ufffd';

/** Any text as one that an SVG file can hold and that a person can read: what does not show becomes `�`. */
export function readable(text: string): string {
  let result = '';
  let at = 0;
  for (const { 0: run, index } of findNotXml(text)) {
    result += text.slice(at, index) + REPLACEMENT.repeat(run.length);
    at = index + run.length;
  }
  return (result + text.slice(at)).replace(INVISIBLE, REPLACEMENT);
}

/** A readable text as it is written in XML, in text as well as between double quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** What an attribute can be set to; one that is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element as XML. The attributes' values are any text; `children` are XML. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(readable(String(value)))}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Any text as XML. */
export function text(content: string): string {
  return escaped(readable(content));
}
