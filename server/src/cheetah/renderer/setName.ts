import { isList, PythonTuple, type PythonValue } from '../../pythonValue';
import type { Evaluator } from '../evaluate/evaluator';
import { Refusal } from '../evaluate/refusal';
import type { Scope } from '../evaluate/scope';
import type { ArithmeticOperator } from '../expression';
import type { SetNode } from '../syntax';

const ARITHMETIC: ReadonlyMap<string, ArithmeticOperator> = new Map<string, ArithmeticOperator>([
  ['+=', '+'],
  ['-=', '-'],
  ['*=', '*'],
  ['/=', '/'],
  ['//=', '//'],
  ['%=', '%'],
  ['**=', '**'],
]);

/** Carries out a `#set`. Throws a Refusal where Cheetah fails, or where it is not understood. */
export function setName(node: SetNode, scope: Scope, evaluator: Evaluator): void {
  const value = node.operator === '=' ? evaluator.evaluate(node.value) : changed(node, scope, evaluator);
  if (node.isGlobal) scope.setGlobal(node.name.name, value);
  else scope.setLocal(node.name.name, value);
}

/** `#set $name += value` changes what `#set` gave the name before: it does not look in the search list. */
function changed({ name, operator, value, isGlobal, span }: SetNode, scope: Scope, evaluator: Evaluator): PythonValue {
  const arithmetic = ARITHMETIC.get(operator);
  if (!arithmetic) throw new Refusal(`'${operator}' is not understood.`, span);
  const before = isGlobal ? scope.global(name.name) : scope.local(name.name);
  if (before === undefined)
    throw new Refusal(`'${operator}' needs a value that #set gave '${name.name}' before.`, name.span);
  const operand = evaluator.evaluate(value);
  if (isList(before) && !(before instanceof PythonTuple))
    throw new Refusal(
      `'${operator}' changes the list in place, which is not understood; write '$name = $name + …'.`,
      span,
    );
  try {
    return evaluator.combine(arithmetic, before, operand);
  } catch (error) {
    throw error instanceof Refusal ? error.at(span) : error;
  }
}
