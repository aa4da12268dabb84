import type { Tag } from './tags';

/** A tag of ASCII names and quoted values, all apart. */
const PLAIN_TAG =
  /<(?:\/[A-Za-z_][\w.-]*[ \t\r\n]*|[A-Za-z_][\w.-]*(?:[ \t\r\n]+[A-Za-z_][\w.-]*[ \t\r\n]*=[ \t\r\n]*(?:"[^"<]*"|'[^'<]*'))*[ \t\r\n]*\/?)>/y;

function isPlain(masked: string, { span }: Tag): boolean {
  PLAIN_TAG.lastIndex = span.start;
  return PLAIN_TAG.test(masked) && PLAIN_TAG.lastIndex === span.end;
}

/** Whether every opening tag has its closing one. */
function nest(tags: readonly Tag[]): boolean {
  const open: string[] = [];
  for (const { kind, name } of tags) {
    if (kind === 'open') open.push(name);
    else if (kind === 'close' && open.pop() !== name) return false;
  }
  return open.length === 0;
}

/** How many markup characters stand in a stretch beside those of so many tags. */
function countLess(masked: string, start: number, end: number): number {
  let count = 0;
  for (let at = masked.indexOf('<', start); at >= 0 && at < end; at = masked.indexOf('<', at + 1)) count++;
  return count;
}

/**
 * Whether it takes no XML parser to see that a stretch of masked text, with these tags in it, is sound inside of an element:
 * there are plain tags that nest, text without references, and nothing else. So it is with nearly all templates, and to run
 * sax on each costs more than all else that is done with it. Anything that looks otherwise is for sax to judge.
 */
export function isPlainXml(masked: string, tags: readonly Tag[], start: number, end: number): boolean {
  const reference = masked.indexOf('&', start);
  return (
    (reference < 0 || reference >= end) &&
    countLess(masked, start, end) === tags.length &&
    tags.every((tag) => isPlain(masked, tag)) &&
    nest(tags)
  );
}
