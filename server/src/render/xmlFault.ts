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
]);

/** The first fault of a text that is to be a well-formed XML document. */
export function xmlFault(xml: string): XmlFault | undefined {
  const scan = scanTemplate(xml, '');
  const { tags, brokenTags, problems } = scan;
  const faults = [...problems, ...checkWellFormed({ masked: scan.masked(), tags, brokenTags })];
  const [first] = faults.filter(({ code }) => XML_CODES.has(code)).sort((a, b) => a.span.start - b.span.start);
  return first && { span: first.span, message: first.message };
}

/** What is wrong with a text that is to stand between tags: the elements in it are whole, and other characters are escaped. */
export function fragmentFault(xml: string): XmlFault | undefined {
  return xmlFault(`<x>${xml}</x>`);
}
