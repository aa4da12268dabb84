import type { Test } from '../code/code';
import { textOf, variablesIn } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import type { JavaScriptContext } from './context';
import { expressionOf } from './expressions';

/** What a condition asks. `yes` is the choice that runs where it is true. Nothing where evaluating it may do something. */
export function testOf(context: JavaScriptContext, node: Syntax, yes: 0 | 1 = 0): Test | undefined {
  const no = yes === 0 ? 1 : 0;
  const [first, second, third] = node.children;
  switch (node.name) {
    case 'ParenthesizedExpression':
      return second && testOf(context, second, yes);
    case 'UnaryExpression':
      return first && second && textOf(context.source, first) === '!' ? testOf(context, second, no) : undefined;
    case 'MemberExpression':
      return memberTest(context, node, yes);
    case 'BinaryExpression':
      return first && second && third && isPure(node)
        ? (comparison(context, [first, second, third], yes, no) ?? factTest(context, node, yes))
        : undefined;
    default:
      return factTest(context, node, yes);
  }
}

/** `'key' in network`, `network.key === undefined`, `key === 'key'` */
function comparison(
  context: JavaScriptContext,
  [first, operator, second]: readonly [Syntax, Syntax, Syntax],
  yes: 0 | 1,
  no: 0 | 1,
): Test | undefined {
  const symbol = textOf(context.source, operator);
  const [left, right] = [expressionOf(context, first), expressionOf(context, second)];
  if (symbol === 'in') return { kind: 'presence', object: right, key: left, yes, asksValue: false };
  if (!['==', '===', '!=', '!=='].includes(symbol)) return undefined;
  const isNothing = ['undefined', 'null'].includes(textOf(context.source, second));
  if (isNothing) return memberTest(context, first, symbol.startsWith('!') ? yes : no);
  return { kind: 'equality', left, right, yes: symbol.startsWith('!') ? no : yes };
}

/** `network.key`, `network['key']` */
function memberTest(context: JavaScriptContext, node: Syntax, yes: 0 | 1): Test | undefined {
  const member = isPure(node) ? expressionOf(context, node) : undefined;
  const facts = factOf(context, node);
  if (member?.kind === 'member')
    return { kind: 'presence', object: member.object, key: member.name, yes, asksValue: true, ...facts };
  if (member?.kind !== 'item') return undefined;
  return { kind: 'presence', object: member.object, key: member.key, yes, asksValue: true, ...facts };
}

/** Any other condition: what it asks is the same as long as its variables are. */
function factTest(context: JavaScriptContext, node: Syntax, yes: 0 | 1): Test | undefined {
  return isPure(node) ? { kind: 'fact', yes, ...factOf(context, node) } : undefined;
}

function factOf({ source }: JavaScriptContext, node: Syntax): { fact: string; names: readonly string[] } {
  return { fact: textOf(source, node), names: variablesIn(source, [node]) };
}

const PURE: ReadonlySet<string> = new Set([
  ...['VariableName', 'PropertyName', 'String', 'Number', 'BooleanLiteral', 'null', 'this'],
  ...['ParenthesizedExpression', 'MemberExpression', 'BinaryExpression', 'UnaryExpression'],
  ...['CompareOp', 'LogicOp', 'in', '.', '?.', '[', ']', '(', ')'],
]);

/** Whether evaluating it once more does nothing. */
function isPure({ name, children }: Syntax): boolean {
  return PURE.has(name) && children.every(isPure);
}
