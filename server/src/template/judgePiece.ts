import type { Problem } from '../problems';
import { isPlainXml } from './plainXml';
import { CONTAINER, type Tag } from './tags';
import type { ScanState } from './scanState';
import type { Template } from './templateFile';
import { checkWellFormed, Judge, type MaskedXml } from './wellFormed';

function containerTag(kind: 'open' | 'close', masked: string): MaskedXml {
  const name = { start: masked.indexOf(CONTAINER), end: masked.length - 1 };
  const tag: Tag = { kind, name: CONTAINER, nameSpan: name, span: { start: 0, end: masked.length }, attributes: [] };
  return { masked, tags: [tag], brokenTags: new Set() };
}

const OPENING = containerTag('open', `<${CONTAINER}>`);
const CLOSING = containerTag('close', `</${CONTAINER}>`);

/** Judges a whole file. */
export function judgeFile(scan: ScanState): readonly Problem[] {
  return checkWellFormed({ masked: scan.masked(), tags: scan.tags, brokenTags: scan.brokenTags });
}

/** Judges the template of a piece, of which `masked` is all, as if it were the only one of its file. */
export function judgeTemplate(
  masked: string,
  { span, tags }: Template,
  brokenTags: ReadonlySet<string>,
): readonly Problem[] {
  if (isPlainXml(masked, tags, span.start, span.end)) return [];
  const judge = new Judge();
  const blank = ' '.repeat(span.start);
  judge.read(OPENING);
  judge.read({ masked: blank + masked.slice(span.start, span.end), tags, brokenTags });
  judge.read(CLOSING);
  return judge.finish();
}
