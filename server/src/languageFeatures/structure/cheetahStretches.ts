import type { CheetahFile, Node } from '../../cheetah/syntax';
import type { Span } from '../../text/span';
import { holding, holds, type StretchesAt } from './stretches';

/** What lies around a character in a node itself, and the nodes inside of it that may hold the character. */
function stretchesIn(node: Node, at: number): { readonly spans: readonly Span[]; readonly inside: readonly Node[] } {
  if (node.kind === 'text') return { spans: [], inside: [] };
  if (node.kind === 'loop') {
    const body = { start: node.directive.span.end, end: node.end?.span.start ?? node.span.end };
    return { spans: [node.span, node.directive.span, body], inside: node.body };
  }
  if (node.kind !== 'condition') return { spans: [node.span], inside: [] };
  const branch = holding(node.branches, at);
  if (!branch) return { spans: [node.span], inside: [] };
  const { span, directive, body } = branch;
  return { spans: [node.span, span, directive.span, { start: directive.span.end, end: span.end }], inside: body };
}

/** The stretches of a Cheetah file's directives: conditions, their branches with and without the directive, loops, placeholders. */
export function cheetahStretches({ nodes }: CheetahFile): StretchesAt {
  return (at) => {
    const found: Span[] = [];
    for (let node = holding(nodes, at); node;) {
      const { spans, inside } = stretchesIn(node, at);
      found.push(...spans);
      node = holding(inside, at);
    }
    return found.filter((span) => holds(span, at));
  };
}
