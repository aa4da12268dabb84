import type { Test } from '../code/code';
import { textOf, variablesIn } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import type { PythonContext } from './context';
import { expressionOf } from './expressions';
import { negatesBoolean } from './negation';

/** What a condition asks. `yes` is the choice that runs where it is true. Nothing where evaluating it may do something. */
export function testOf(context: PythonContext, node: Syntax | undefined, yes: 0 | 1 = 0): Test | undefined {
  const no = yes === 0 ? 1 : 0;
  switch (node?.name) {
    case 'ParenthesizedExpression':
      return testOf(context, node.children[1], yes);
    case 'UnaryExpression':
      if (negatesBoolean(context, node)) return factTest(context, node, yes);
      return node.has('not') ? testOf(context, node.children[1], no) : undefined;
    case 'CallExpression':
      return getTest(context, node, yes);
    case 'BinaryExpression':
      return comparison(context, node, yes, no);
    default:
      return node && factTest(context, node, yes);
  }
}

/** `'key' in network`, `network.get('key') is None`, `key == 'key'` */
function comparison(context: PythonContext, node: Syntax, yes: 0 | 1, no: 0 | 1): Test | undefined {
  const [left, ...rest] = node.children;
  const right = rest.pop();
  const operator = rest.map((part) => textOf(context.source, part)).join(' ');
  if (!left || !right || !isPure(context, node)) return undefined;
  const [first, second] = [expressionOf(context, left), expressionOf(context, right)];
  if (operator === 'in' || operator === 'not in')
    return { kind: 'presence', object: second, key: first, yes: operator === 'in' ? yes : no, asksValue: false };
  if (operator === '==' || operator === '!=')
    return { kind: 'equality', left: first, right: second, yes: operator === '==' ? yes : no };
  const asked = right.name === 'None' && operator.startsWith('is') ? left : undefined;
  return (asked && getTest(context, asked, operator === 'is' ? no : yes)) ?? factTest(context, node, yes);
}

/** `network.get('key')` */
function getTest(context: PythonContext, node: Syntax, yes: 0 | 1): Test | undefined {
  const call = node.name === 'CallExpression' && isPure(context, node) ? expressionOf(context, node) : undefined;
  if (call?.kind !== 'call' || call.callee.kind !== 'member') return undefined;
  const [key] = call.positional;
  if (!key || key.kind === 'spread') return undefined;
  const fact = textOf(context.source, node);
  return { kind: 'presence', object: call.callee.object, key, yes, asksValue: true, ...factOf(context, node, fact) };
}

/** Any other condition: what it asks is the same as long as its variables are. */
function factTest(context: PythonContext, node: Syntax, yes: 0 | 1): Test | undefined {
  return isPure(context, node)
    ? { kind: 'fact', yes, ...factOf(context, node, textOf(context.source, node)) }
    : undefined;
}

function factOf({ source }: PythonContext, node: Syntax, fact: string): { fact: string; names: readonly string[] } {
  return { fact, names: variablesIn(source, [node]) };
}

const PURE: ReadonlySet<string> = new Set([
  ...['VariableName', 'PropertyName', 'String', 'Number', 'Boolean', 'None', 'ParenthesizedExpression'],
  ...['MemberExpression', 'BinaryExpression', 'UnaryExpression', 'TupleExpression', 'ArrayExpression', 'SetExpression'],
  ...['CompareOp', 'in', 'not', 'is', 'and', 'or', '.', '[', ']', '(', ')', '{', '}', ','],
]);

/** Whether evaluating it once more does nothing: of all calls only that of `get` is known to. */
function isPure(context: PythonContext, node: Syntax): boolean {
  if (node.name === 'CallExpression') {
    const [callee, list] = node.children;
    const method = callee?.child('PropertyName');
    const isGet = method !== undefined && textOf(context.source, method) === 'get' && list?.children.length === 3;
    return isGet && [...(callee?.children ?? []), ...list.children].every((part) => isPure(context, part));
  }
  return PURE.has(node.name) && node.children.every((part) => isPure(context, part));
}
