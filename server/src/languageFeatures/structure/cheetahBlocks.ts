import type { Node } from '../../cheetah/syntax';
import { withNested } from '../../cheetahTemplate/nodes';
import type { Span } from '../../text/span';

/** A stretch of a Cheetah file that directives, or the marks of a comment, enclose. */
export interface Block {
  readonly span: Span;
  /** Whether another directive stands right behind it, which ends it. */
  readonly isClosed: boolean;
  readonly isComment: boolean;
}

/** The branches, loops, `#raw` stretches and comments of a file, each one before those inside of it. */
export function* blocksIn(nodes: readonly Node[]): Generator<Block> {
  for (const node of withNested(nodes)) {
    if (node.kind === 'comment') yield { span: node.span, isClosed: false, isComment: true };
    else if (node.kind === 'condition')
      for (const [index, { span }] of node.branches.entries())
        yield { span, isClosed: index < node.branches.length - 1 || node.end !== undefined, isComment: false };
    else if (node.kind === 'loop' || node.kind === 'raw') {
      const { span, end } = node;
      yield {
        span: { start: span.start, end: end?.span.start ?? span.end },
        isClosed: end !== undefined,
        isComment: false,
      };
    }
  }
}
