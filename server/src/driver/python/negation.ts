import type { Syntax } from '../../text/syntaxTree';
import { textOf } from '../syntax/source';
import type { PythonContext } from './context';

/**
 * Whether a `not` seems to have `a or b` for its operand, without brackets. The grammar takes all that follows for the operand;
 * in Python it is `a` alone.
 */
export function negatesBoolean({ source }: PythonContext, node: Syntax): boolean {
  const operator = node.has('not') ? node.children[1]?.children[1] : undefined;
  return node.children[1]?.name === 'BinaryExpression' && /^(?:and|or)$/.test(operator ? textOf(source, operator) : '');
}
