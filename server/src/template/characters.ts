/** What no XML document can hold, not even as a character reference: control characters, the two noncharacters, and surrogates that stand alone. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/u;

/** Whether a text holds a character that no XML document can hold. */
export function holdsNotXml(text: string): boolean {
  return NOT_XML.test(text);
}

/** The runs of such characters in a text, in its order. */
export function findNotXml(text: string): IterableIterator<RegExpExecArray> {
  return text.matchAll(new RegExp(`${NOT_XML.source}+`, 'gu'));
}
