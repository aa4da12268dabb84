/** What no XML document can hold, not even as a character reference: all but the characters of XML 1.0's production `Char`. */
const NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** What such a character has to be: one of these, or half of a pair that may be a whole one. */
const SUSPECT = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/;
const BLANK = /\s/;

/** Whether a text holds a character that no XML document can hold. */
export function holdsNotXml(text: string): boolean {
  // Nearly all texts hold nothing of the kind, and to look for pairs takes several times as long.
  return SUSPECT.test(text) && NOT_XML.test(text);
}

/** The runs of such characters in a text, in its order. */
export function findNotXml(text: string): Iterable<RegExpExecArray> {
  return holdsNotXml(text) ? text.matchAll(new RegExp(`${NOT_XML.source}+`, 'gu')) : [];
}

/** Whether a blank stands at an offset: what `\s` has for one. A pattern is asked only where ASCII does not tell. */
export function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return BLANK.test(text.charAt(at));
}

/** The offset behind the blanks that stand at an offset. */
export function behindBlanks(text: string, start: number): number {
  let at = start;
  while (isBlankAt(text, at)) at++;
  return at;
}
