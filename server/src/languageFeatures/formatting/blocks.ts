import { indentation } from '../../render/indentation';
import type { Tag } from '../../template/tags';
import type { TemplateFile } from '../../template/templateFile';
import type { Span } from '../../text/span';
import { rewrite, type Relayout } from './relayout';

/** A part of a template file that is moved as a whole: an interface, or a tag or a comment outside of one. */
export interface Block extends Span {
  /** How many elements it stands in. */
  readonly depth: number;
  /** How many elements that stands in which comes behind it. */
  readonly depthBehind: number;
}

function tagBlock({ kind, span }: Tag, depth: number): Block {
  if (kind === 'close') return { ...span, depth: depth - 1, depthBehind: depth - 1 };
  return { ...span, depth, depthBehind: kind === 'open' ? depth + 1 : depth };
}

/** The blocks of a file whose text has no fault, in its order. */
export function blocksOf({ templates, tags, comments }: TemplateFile): readonly Block[] {
  const interfaces = templates.flatMap(({ interfaceSpan }) => interfaceSpan ?? []);
  const parts = [
    ...interfaces.map((span) => ({ span, tag: undefined })),
    ...comments.map((span) => ({ span, tag: undefined })),
    ...tags.map((tag) => ({ span: tag.span, tag })),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const blocks: Block[] = [];
  let depth = 0;
  for (const { span, tag } of parts) {
    if (span.start < (blocks.at(-1)?.end ?? 0)) continue;
    const block = tag ? tagBlock(tag, depth) : { ...span, depth, depthBehind: depth };
    blocks.push(block);
    depth = block.depthBehind;
  }
  return blocks;
}

/** A block's text as rendering would give it out: without the indentation that its lines share with the first, which stands behind the blanks `indent`. */
function unindented(indent: string, block: string): string {
  const text = indent + block;
  let kept = '';
  let at = indent.length;
  for (const { start, end } of indentation(text, { start: at, end: text.length })) {
    kept += text.slice(at, start);
    at = end;
  }
  return kept + text.slice(at);
}

/** A further line of a block, for another indentation. One that does not share the block's indentation must not come to share the new one. */
function moveLine(line: string, from: string, to: string): string {
  if (line === from) return '';
  if (line.startsWith(from)) return to + line.slice(from.length);
  return to !== '' && line.startsWith(to) ? to + line : line;
}

/**
 * Moves a block that stands first on its line, behind the blanks `from`, to the indentation `to`: its further lines go with
 * it. Nothing where that would change what is rendered, as in a value of several lines.
 */
export function moveBlock(text: string, block: Span, from: string, to: string): Relayout {
  if (from === to) return [];
  const source = text.slice(block.start, block.end);
  const pieces = source.split(/(\r\n|\r|\n)/);
  const moved = pieces.map((piece, index) => (index === 0 || index % 2 === 1 ? piece : moveLine(piece, from, to)));
  if (unindented(to, moved.join('')) !== unindented(from, source)) return [];
  let at = block.start;
  const further = pieces.flatMap((piece, index) => {
    const span = { start: at, end: at + piece.length };
    at = span.end;
    return rewrite(text, span, moved[index] ?? piece);
  });
  return [...rewrite(text, { start: block.start - from.length, end: block.start }, to), ...further];
}
