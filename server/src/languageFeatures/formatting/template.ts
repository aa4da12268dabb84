import type { TemplateFile } from '../../template/templateFile';
import type { Span } from '../../text/span';
import { blocksOf, moveBlock, type Block } from './blocks';
import { linesOf, tidyBlankLines } from './lines';
import { rewrite, type Relayout } from './relayout';

/** How deep lines are indented at most. Templates stand two deep; without a limit, a text that only opens elements would grow with its square. */
const DEEPEST = 20;

/** A line of a template file, and the blocks around its ends. */
interface Line {
  readonly span: Span;
  /** The offset behind the blanks in front. */
  readonly content: number;
  /** The block that it starts with, if it does. */
  readonly block: Block | undefined;
  /** How many elements its start stands in. */
  readonly depth: number;
  readonly startsInBlock: boolean;
  readonly endsInBlock: boolean;
}

function leadingBlanks(text: string, { start, end }: Span): string {
  return /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? '';
}

/** Lines and blocks are in the order of the text. */
function placeLines(text: string, lines: readonly Span[], blocks: readonly Block[]): readonly Line[] {
  let next = 0;
  const skipTo = (offset: number): Block | undefined => {
    while ((blocks[next]?.end ?? Infinity) <= offset) next += 1;
    return blocks[next];
  };
  return lines.map((span) => {
    const first = skipTo(span.start);
    const content = span.start + leadingBlanks(text, span).length;
    const startsInBlock = first !== undefined && first.start < span.start;
    const block = first?.start === content ? first : undefined;
    const depth = block?.depth ?? blocks[next - 1]?.depthBehind ?? 0;
    const last = skipTo(span.end);
    const endsInBlock = last !== undefined && last.start < span.end;
    return { span, content, block, depth, startsInBlock, endsInBlock };
  });
}

function isBlank({ span, content, startsInBlock }: Line): boolean {
  return content === span.end && !startsInBlock;
}

/** Indents a line, and all of the block that it starts with. */
function indent(text: string, { span, content, block, depth, startsInBlock }: Line, unit: string): Relayout {
  if (startsInBlock) return [];
  const from = text.slice(span.start, content);
  const to = unit.repeat(Math.min(depth, DEEPEST));
  return block ? moveBlock(text, block, from, to) : rewrite(text, { start: span.start, end: content }, to);
}

/** Takes the blanks at the end of a line away, unless they stand in a block. */
function trimEnd(text: string, { span, content, endsInBlock }: Line): Relayout {
  if (endsInBlock) return [];
  let end = span.end;
  while (end > content && /[ \t]/.test(text.charAt(end - 1))) end -= 1;
  return rewrite(text, { start: end, end: span.end }, '');
}

/**
 * Lays a template file out: every line outside of the interfaces by the elements that it stands in, each `unit` for one, and
 * every interface and comment as a whole. Inside of an interface nothing but the indentation changes that rendering takes
 * away. A file with faults is left alone.
 */
export function formatTemplate(text: string, file: TemplateFile, unit: string): readonly Relayout[] {
  if (file.problems.length > 0) return [];
  const lines = linesOf(text);
  const placed = placeLines(text, lines, blocksOf(file));
  const blank = new Set(placed.filter(isBlank).map(({ span }) => span));
  const changes = placed
    .filter((line) => !isBlank(line))
    .flatMap((line) => [indent(text, line, unit), trimEnd(text, line)])
    .filter((relayout) => relayout.length > 0);
  return [...changes, ...tidyBlankLines(text, lines, (line) => blank.has(line))];
}
