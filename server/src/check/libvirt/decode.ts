const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The character of a reference such as `#38`, `#x26` or `amp`. */
function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name];
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** What is not read as it is written, in text and in an attribute value. Most have nothing of it. */
const DECODED = /[&\r]/;
const DECODED_IN_ATTRIBUTE = /[&\r\n\t]/;

/** What an XML parser reads where `written` stands. References that XML does not know stay. */
export function decode(written: string): string {
  if (!DECODED.test(written)) return written;
  const lines = written.replace(/\r\n?/g, '\n');
  return lines.replace(/&([^&;]{1,10});/g, (reference, name: string) => characterOf(name) ?? reference);
}

/** The same in an attribute value, in which tabs and line ends are blanks. */
export function decodeAttribute(written: string): string {
  if (!DECODED_IN_ATTRIBUTE.test(written)) return written;
  return decode(written.replace(/\r\n|[\r\n\t]/g, ' '));
}
