import { assign, each, name, PLAIN, plain, unknown } from '../code/build';
import type { Call, DictionaryDisplay, Each, Entry, Expression, ListDisplay, Spread, Text } from '../code/code';
import { namesOf } from '../code/walk';
import { insertIntoList } from '../syntax/keyInsertion';
import { itemsOf, split, textOf, variablesIn } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import { nameAt, type PythonContext } from './context';
import { functionOf, parametersOf } from './functions';
import { negatesBoolean } from './negation';
import { readContinuedString, readString } from './strings';

type Translate = (context: PythonContext, node: Syntax) => Expression;

/** What an expression does, by the name of its node. */
const TRANSLATIONS = new Map<string, Translate>([
  ['String', ({ source }, node) => readString(source, node) ?? PLAIN],
  ['ContinuedString', (context, node) => readContinuedString(context.source, node) ?? plainOf(context, node)],
  ['VariableName', (context, node) => name(nameAt(context, node))],
  ['MemberExpression', memberOf],
  ['CallExpression', callOf],
  ['ParenthesizedExpression', (context, node) => expressionOf(context, node.children[1])],
  ['TupleExpression', (context, node) => listIn(context, node, ',')],
  ['ArrayExpression', (context, node) => listIn(context, node, '')],
  ['SetExpression', (context, node) => listIn(context, node, '')],
  ['DictionaryExpression', dictionaryOf],
  ['ComprehensionExpression', generatorOf],
  ['ArrayComprehensionExpression', (context, node) => comprehensionOf(context, inside(node))],
  ['SetComprehensionExpression', (context, node) => comprehensionOf(context, inside(node))],
  ['DictionaryComprehensionExpression', (context, node) => comprehensionOf(context, inside(node))],
  ['BinaryExpression', binaryOf],
  ['UnaryExpression', unaryOf],
  ['ConditionalExpression', conditionalOf],
  ['LambdaExpression', lambdaOf],
  ['NamedExpression', namedOf],
  ['AwaitExpression', awaited],
  ['YieldExpression', yieldOf],
  ...['FormatString', 'FormatReplacement', 'FormatSpec', 'Number', 'Boolean', 'None', 'Ellipsis'].map(
    (plainNode): [string, Translate] => [plainNode, plainOf],
  ),
]);

export function expressionOf(context: PythonContext, node: Syntax | undefined): Expression {
  const translate = node && TRANSLATIONS.get(node.name);
  if (translate) return translate(context, node);
  return { kind: 'unread', names: node ? variablesIn(context.source, [node]) : [] };
}

/** The expressions that stand directly in a node. */
export function expressionsIn(context: PythonContext, nodes: readonly Syntax[]): Expression[] {
  return nodes.filter((node) => TRANSLATIONS.has(node.name)).map((node) => expressionOf(context, node));
}

/** What commas join: a list, or the one expression where there is no comma. `start` is where the first one begins. */
export function expressionsOf(context: PythonContext, nodes: readonly Syntax[]): Expression {
  const [first] = nodes;
  if (nodes.length === 1 && first) return expressionOf(context, first);
  return listOf(context, nodes, first?.start ?? 0, ',');
}

function listIn(context: PythonContext, node: Syntax, afterLone: string): Expression {
  return listOf(context, inside(node), node.start + 1, afterLone);
}

function listOf(context: PythonContext, nodes: readonly Syntax[], start: number, afterLone: string): Expression {
  const { items, commaEnd } = itemsOf(nodes);
  const literal = { start, items, commaEnd, afterLone, comment: '#' };
  const isBroken = nodes.some(({ broken }) => broken);
  return {
    kind: 'list',
    items: items.map((item) => itemOf(context, item)),
    insertion: () => (isBroken ? undefined : insertIntoList(context.source, literal)),
  };
}

/** `item`, `*item` */
function itemOf(context: PythonContext, nodes: readonly Syntax[]): Expression | Spread {
  const value = expressionOf(context, nodes.at(-1));
  return nodes.length > 1 ? { kind: 'spread', value } : value;
}

function dictionaryOf(context: PythonContext, node: Syntax): Expression {
  const { items } = itemsOf(inside(node));
  return { kind: 'dictionary', entries: items.map((item) => entryOf(context, item)) };
}

/** `key: value`, `**value` */
function entryOf(context: PythonContext, nodes: readonly Syntax[]): Entry | Spread {
  const value = expressionOf(context, nodes.at(-1));
  if (nodes[0]?.name === '**') return { kind: 'spread', value };
  return { kind: 'entry', key: expressionOf(context, nodes[0]), value };
}

function memberOf(context: PythonContext, node: Syntax): Expression {
  const object = expressionOf(context, node.children[0]);
  const property = node.child('PropertyName');
  if (property) return { kind: 'member', object, name: nameText(context, property) };
  const [index, ...further] = node.children.slice(2, -1);
  if (further.length > 0 || index?.name === ':')
    return unknown(object, ...expressionsIn(context, node.children.slice(2)));
  return { kind: 'item', object, key: expressionOf(context, index) };
}

function nameText(context: PythonContext, node: Syntax): Text {
  const { uri } = context.source.module;
  return { kind: 'text', value: nameAt(context, node), uri, span: { start: node.start, end: node.end } };
}

function callOf(context: PythonContext, node: Syntax): Call {
  const [callee, list] = node.children;
  const call = { kind: 'call', callee: expressionOf(context, callee), awaited: false } as const;
  const given = list ? inside(list) : [];
  if (given.some(({ name: nodeName }) => nodeName === 'for'))
    return { ...call, positional: [comprehensionOf(context, given)], keywords: [] };
  const positional: (Expression | Spread)[] = [];
  const keywords: (Entry | Spread)[] = [];
  for (const nodes of itemsOf(given).items) {
    const [first] = nodes;
    const value = expressionOf(context, nodes.at(-1));
    if (first?.name === '**') keywords.push({ kind: 'spread', value });
    else if (first?.name === '*') positional.push({ kind: 'spread', value });
    else if (first && isKeyword(context, nodes)) keywords.push({ kind: 'entry', key: nameText(context, first), value });
    else positional.push(nodes.length > 1 ? assign(expressionOf(context, first), value) : value);
  }
  return { ...call, positional, keywords };
}

/** `name=value`; the other form with a name is `name := value`. */
function isKeyword({ source }: PythonContext, nodes: readonly Syntax[]): boolean {
  const operator = nodes[1];
  return operator?.name === 'AssignOp' && textOf(source, operator) === '=';
}

/** `result for target in source if condition …` */
function comprehensionOf(context: PythonContext, nodes: readonly Syntax[]): Each {
  const start = nodes.findIndex(({ name: nodeName }) => nodeName === 'for' || nodeName === 'async');
  const result = nodes.slice(0, start);
  const steps: Expression[] = [];
  let isFiltered = false;
  const names: string[] = [];
  for (const clause of split(nodes.slice(start), 'for')) {
    const at = clause.findIndex(({ name: nodeName }) => nodeName === 'in');
    if (at < 0) continue;
    const target = expressionsOf(context, clause.slice(0, at));
    names.push(...namesOf(target));
    const [source, ...conditions] = expressionsIn(context, clause.slice(at + 1));
    // A condition on nothing but the element most likely keeps the same ones each time.
    isFiltered ||= clause
      .slice(at + 2)
      .some((part) => variablesIn(context.source, [part]).some((it) => !names.includes(it)));
    steps.push(each(target, source ?? unknown()), ...conditions);
  }
  return { kind: 'each', names, steps, display: displayOf(context, result), isFiltered };
}

/** `(result for target in source)`: it may run at any time from here on, as a function may. */
function generatorOf(context: PythonContext, node: Syntax): Expression {
  const head = { context, parameters: [], isAsync: false, broken: node.broken };
  const value = (inner: PythonContext): Expression => comprehensionOf(inner, inside(node));
  return unknown(functionOf(head, (inner) => [{ kind: 'return', value: value(inner) }]));
}

function displayOf(context: PythonContext, result: readonly Syntax[]): DictionaryDisplay | ListDisplay {
  const isEntry = result.some(({ name: nodeName }) => nodeName === ':' || nodeName === '**');
  if (!isEntry) return { kind: 'list', items: [itemOf(context, result)] };
  return { kind: 'dictionary', entries: [entryOf(context, result)] };
}

function binaryOf(context: PythonContext, node: Syntax): Expression {
  const operator = node.children[1];
  const left = expressionOf(context, node.children[0]);
  const right = expressionOf(context, node.children.at(-1));
  const symbol = operator ? textOf(context.source, operator) : '';
  if (symbol === 'and' || symbol === 'or') return { kind: 'either', choices: [left, right], how: symbol };
  if (symbol === '+' || symbol === '|') return { kind: 'combine', left, right };
  if (operator?.name === 'in' || operator?.name === 'not') return { kind: 'contains', key: left, object: right };
  if (operator?.name === 'is') return { kind: 'sequence', parts: [left, right, PLAIN] };
  const isFormat = symbol === '%' && (left.kind === 'text' || left.kind === 'plain');
  const isComparison = operator?.name === 'CompareOp';
  return isFormat || isComparison ? plain(left, right) : unknown(left, right);
}

/** `not value`, `-value` */
function unaryOf(context: PythonContext, node: Syntax): Expression {
  if (negatesBoolean(context, node)) return unknown(...expressionsIn(context, node.children));
  return { kind: 'sequence', parts: [...expressionsIn(context, node.children), PLAIN] };
}

/** `value if condition else other` */
function conditionalOf(context: PythonContext, node: Syntax): Expression {
  const [value, condition, other] = expressionsIn(context, node.children);
  const choices = [value ?? unknown(), other ?? unknown()];
  return { kind: 'sequence', parts: [condition ?? unknown(), { kind: 'either', choices }] };
}

function lambdaOf(context: PythonContext, node: Syntax): Expression {
  const parameters = parametersOf(node.child('ParamList'), context, (value) => expressionOf(context, value));
  return functionOf({ context, parameters, isAsync: false, broken: node.broken }, (inner) => [
    { kind: 'return', value: expressionOf(inner, node.children.at(-1)) },
  ]);
}

/** `target := value` */
function namedOf(context: PythonContext, node: Syntax): Expression {
  return assign(expressionOf(context, node.children[0]), expressionOf(context, node.children.at(-1)));
}

function awaited(context: PythonContext, node: Syntax): Expression {
  const value = expressionOf(context, node.children.at(-1));
  return value.kind === 'call' ? { ...value, awaited: true } : value;
}

export function yieldOf(context: PythonContext, node: Syntax): Expression {
  context.notes.yields = true;
  return unknown(...expressionsIn(context, node.children));
}

function plainOf(context: PythonContext, node: Syntax): Expression {
  return plain(...expressionsIn(context, node.children));
}

/** What stands between the brackets of a node; the closing one may be missing. */
function inside(node: Syntax): readonly Syntax[] {
  const last = node.children.at(-1);
  return node.children.slice(1, last && [')', ']', '}'].includes(last.name) ? -1 : undefined);
}
