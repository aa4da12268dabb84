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

/** What to write for `value` in that context, so that an XML parser reads exactly `value` there; `undefined` where there is no way to write it. An unquoted value gets its quotes. */
export function escapeValue(value: string, context: PlaceholderContext): string | undefined {
  if (holdsNotXml(value)) return undefined;
  switch (context) {
    case 'double-quoted':
      return inAttribute(value, '"');
    case 'single-quoted':
      return inAttribute(value, "'");
    case 'unquoted':
      return `'${inAttribute(value, "'")}'`;
    case 'text':
      return inText(value);
    case 'cdata':
      return inCdata(value);
    case 'comment':
      return inComment(value);
    case 'markup':
    case 'directive':
      return undefined;
  }
}
