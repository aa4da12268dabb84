import { scanTemplate } from '../template/scan';
import { checkWellFormed } from '../template/wellFormed';
import type { Span } from '../text/span';

/** Where a text is no well-formed XML, and why. */
export interface XmlFault {
  readonly span: Span;
  readonly message: string;
}

const XML_CODES: ReadonlySet<string> = new Set([
  'template.xml-syntax',
  'template.quote-missing',
  'template.value-unquoted',
  'template.doctype',
]);

/** The first fault of a text that may stand in an element: the elements in it are whole, and other characters are escaped. */
export function xmlFault(xml: string): XmlFault | undefined {
  const opening = '<x>';
  const scan = scanTemplate(`${opening}${xml}</x>`, '');
  const { tags, brokenTags, problems } = scan;
  const faults = [...problems, ...checkWellFormed({ masked: scan.masked(), tags, brokenTags })];
  const [first] = faults.filter(({ code }) => XML_CODES.has(code)).sort((a, b) => a.span.start - b.span.start);
  if (!first) return undefined;
  const { start, end } = first.span;
  return { span: { start: start - opening.length, end: end - opening.length }, message: first.message };
}
