/** What stands in text and is more than text, by what it begins with. */
export type Markup = '<!--' | '<![CDATA[' | '<!' | '<?' | '<' | '${' | '&' | ']]>';

const ENCLOSED = ['<!--', '<![CDATA['] as const;
const DECLARATION = /<![A-Za-z]/y;

function beginningWithLess(text: string, at: number): Markup {
  if (text.startsWith('?', at + 1)) return '<?';
  if (!text.startsWith('!', at + 1)) return '<';
  DECLARATION.lastIndex = at;
  return ENCLOSED.find((opener) => text.startsWith(opener, at)) ?? (DECLARATION.test(text) ? '<!' : '<');
}

/** The markup that begins at an offset; `undefined` where there is none. */
export function markupAt(text: string, at: number): Markup | undefined {
  switch (text[at]) {
    case '<':
      return beginningWithLess(text, at);
    case '$':
      return text.startsWith('{', at + 1) ? '${' : undefined;
    case '&':
      return '&';
    case ']':
      return text.startsWith(']]>', at) ? ']]>' : undefined;
    default:
      return undefined;
  }
}
