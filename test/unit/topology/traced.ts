import type { Origin, Trace, TracedXml } from '../../../server/src/render/trace';

const MARKED = /\{(driver|compute|request|unfilled):([^}]*\}?)\}/g;

/**
 * XML in which `{driver:eth5}` stands for `eth5` that the driver gave; the same for `compute`, `request` and `unfilled`. What
 * the traces call the template file is the marked text itself.
 */
export function traced(marked: string): TracedXml {
  const traces: Trace[] = [];
  let xml = '';
  let at = 0;
  const add = (text: string, origin: Origin, source: { start: number; end: number }): void => {
    if (text !== '') traces.push({ output: { start: xml.length, end: xml.length + text.length }, origin, source });
    xml += text;
  };
  for (const match of marked.matchAll(MARKED)) {
    const [whole, origin = 'template', text = ''] = match;
    const end = match.index + whole.length;
    add(marked.slice(at, match.index), 'template', { start: at, end: match.index });
    add(text, origin as Origin, { start: match.index, end });
    at = end;
  }
  add(marked.slice(at), 'template', { start: at, end: marked.length });
  return { xml, traces };
}
