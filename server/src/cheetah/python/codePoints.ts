/** Python counts the characters of a text, where JavaScript counts UTF-16 code units: a character beyond U+FFFF is one and not two. */
const SURROGATE = /[\ud800-\udfff]/;

/** How many characters a text has. */
export function characterCount(text: string): number {
  return SURROGATE.test(text) ? Array.from(text).length : text.length;
}

/** The character at `index`, or undefined where there is none. */
export function characterAt(text: string, index: number): string | undefined {
  return SURROGATE.test(text) ? Array.from(text)[index] : text[index];
}

/** The first `count` characters of a text. */
export function firstCharacters(text: string, count: number): string {
  return SURROGATE.test(text) ? Array.from(text).slice(0, count).join('') : text.slice(0, count);
}

/** Whether `left` stands before `right` in Python's order, the order of code points: negative if so, 0 if they are equal. */
export function compareTexts(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  let at = 0;
  while (at < shorter && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  if (at === shorter) return left.length - right.length;
  return rank(left.charCodeAt(at)) - rank(right.charCodeAt(at));
}

/** Puts the surrogates, which stand for characters beyond U+FFFF, behind all other code units. */
function rank(codeUnit: number): number {
  return codeUnit >= 0xd800 && codeUnit <= 0xdfff ? codeUnit + 0x10000 : codeUnit;
}
