import type { Node } from '../cheetah/syntax';
import { touches } from '../text/span';
import type { CheetahTemplateFile } from './cheetahTemplateFile';
import { bodiesOf } from './nodes';
import { scopeIn, NO_SCOPE, type Scope } from './walk';

/** The variables that stand for a network dictionary at an offset: those of the loops over `$nics` around it, the innermost last. */
export function nicVariablesAt({ cheetah }: CheetahTemplateFile, offset: number): readonly string[] {
  let scope: Scope = NO_SCOPE;
  let nodes: readonly Node[] = cheetah.nodes;
  for (let node = nodeAt(nodes, offset); node; node = nodeAt(nodes, offset)) {
    if (node.kind === 'loop') scope = scopeIn(node, scope);
    nodes = bodiesOf(node).flat();
  }
  return [...scope.nics];
}

function nodeAt(nodes: readonly Node[], offset: number): Node | undefined {
  return nodes.find(({ kind, span }) => (kind === 'loop' || kind === 'condition') && touches(span, offset));
}
