import type { Node } from '../cheetah/syntax';

/** The lists of nodes inside of a node, in the order of the text. */
export function bodiesOf(node: Node): readonly (readonly Node[])[] {
  if (node.kind === 'condition') return node.branches.map(({ body }) => body);
  return node.kind === 'loop' ? [node.body] : [];
}

/** The nodes and all nodes inside of them, each one before those inside. However deep they nest, no stack overflows. */
export function* withNested(nodes: readonly Node[]): Generator<Node> {
  const left = [...nodes].reverse();
  for (let node = left.pop(); node; node = left.pop()) {
    yield node;
    for (const inner of bodiesOf(node).flat().toReversed()) left.push(inner);
  }
}

/** The names that a node gives a value. */
export function assignedBy(node: Node): readonly string[] {
  if (node.kind === 'set') return [node.name.name];
  return node.kind === 'loop' ? node.variables.map(({ name }) => name) : [];
}
