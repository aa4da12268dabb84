import type { NameExpression } from './expression';
import type { Node } from './syntax';

/** The names that `#set` and `#for` give a value, with their places. Those of `#set global` are not among them: they are no variables of Python's. */
export function* assignedNames(nodes: readonly Node[]): Generator<NameExpression> {
  for (const node of nodes) {
    if (node.kind === 'set' && !node.isGlobal) yield node.name;
    if (node.kind === 'condition') for (const branch of node.branches) yield* assignedNames(branch.body);
    if (node.kind === 'loop') {
      yield* node.variables;
      yield* assignedNames(node.body);
    }
  }
}
