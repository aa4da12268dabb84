/** What one escape sequence stands for, and how long it is with its backslash; nothing where that is not known. */
export type Unescape = (source: string, at: number) => { readonly value: string; readonly length: number } | undefined;

/** Reads the inside of a string literal. Line breaks of the source are `\n` in the string, as both languages have it. */
export function unescaped(source: string, unescape: Unescape): string | undefined {
  let value = '';
  for (let at = 0; at < source.length;) {
    if (source.charAt(at) === '\\') {
      const escape = unescape(source, at);
      if (!escape) return undefined;
      value += escape.value;
      at += escape.length;
    } else if (source.charAt(at) === '\r') {
      value += '\n';
      at += source.startsWith('\r\n', at) ? 2 : 1;
    } else value += source.charAt(at++);
  }
  return value;
}

/** The character of `digits` hexadecimal digits from `at` on; nothing where these are none, or name no character. */
export function hexadecimal(source: string, at: number, digits: number): string | undefined {
  const text = source.slice(at, at + digits);
  const isNumber =
    text.length === digits && digits > 0 && Array.from(text).every((digit) => '0123456789abcdefABCDEF'.includes(digit));
  const code = isNumber ? parseInt(text, 16) : Infinity;
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A line break behind a backslash: it stands for nothing. */
export function lineContinuation(source: string, at: number): { value: string; length: number } | undefined {
  if (source.startsWith('\r\n', at + 1)) return { value: '', length: 3 };
  return '\n\r'.includes(source.charAt(at + 1)) && at + 1 < source.length ? { value: '', length: 2 } : undefined;
}
