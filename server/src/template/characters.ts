/** What no XML document can hold, not even as a character reference: all but the characters of XML 1.0's production `Char`. */
const NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Whether a text holds a character that no XML document can hold. */
export function holdsNotXml(text: string): boolean {
  return NOT_XML.test(text);
}

/** The runs of such characters in a text, in its order. */
export function findNotXml(text: string): IterableIterator<RegExpExecArray> {
  return text.matchAll(new RegExp(`${NOT_XML.source}+`, 'gu'));
}
