import { assign, name, outside, PLAIN, plain, unknown } from '../code/build';
import type { Call, ClassExpression, Entry, Expression, FunctionExpression, Import, Spread } from '../code/code';
import { insertIntoList } from '../syntax/keyInsertion';
import { itemsOf, type Source, split, textOf, variablesIn } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import { classOf } from './classes';
import { commonExport } from './commonExports';
import type { JavaScriptContext } from './context';
import { functionOf } from './functions';
import { propertyKey, propertyName } from './names';
import { inBrackets, patternOf } from './patterns';
import { readString } from './strings';

type Translate = (context: JavaScriptContext, node: Syntax) => Expression;

/** What an expression does, by the name of its node. */
const TRANSLATIONS = new Map<string, Translate>([
  ['String', ({ source }, node) => readString(source, node) ?? PLAIN],
  ['TemplateString', templateOf],
  ['Interpolation', plainOf],
  ['VariableName', variableOf],
  ['VariableDefinition', variableOf],
  ['this', () => name('this')],
  ['super', () => callOfOutside('super')],
  ['MemberExpression', memberOf],
  ['CallExpression', callOf],
  ['NewExpression', newOf],
  ['ParenthesizedExpression', (context, node) => expressionOf(context, node.children[1])],
  ['ObjectExpression', objectOf],
  ['ArrayExpression', arrayOf],
  ['ArrowFunction', makeFunction],
  ['FunctionExpression', makeFunction],
  ['ClassExpression', makeClass],
  ['UnaryExpression', unaryOf],
  ['PostfixExpression', (context, node) => assign(expressionOf(context, node.children[0]), PLAIN)],
  ['AssignmentExpression', assignmentOf],
  ['BinaryExpression', binaryOf],
  ['ConditionalExpression', conditionalOf],
  ['SequenceExpression', (context, node) => ({ kind: 'sequence', parts: expressionsIn(context, node.children) })],
  ['AwaitExpression', awaited],
  ['YieldExpression', yieldOf],
  ['TaggedTemplateExpression', (context, node) => unknown(...expressionsIn(context, node.children))],
  ['DynamicImport', (context, node) => unknown(...expressionsIn(context, node.children))],
  ...['Number', 'BooleanLiteral', 'null', 'RegExp', 'ImportMeta', 'NewTarget'].map((plainNode): [string, Translate] => [
    plainNode,
    () => PLAIN,
  ]),
]);

export function expressionOf(context: JavaScriptContext, node: Syntax | undefined): Expression {
  const translate = node && TRANSLATIONS.get(node.name);
  if (translate) return translate(context, node);
  return { kind: 'unread', names: node ? variablesIn(context.source, [node]) : [] };
}

/** The expressions that stand directly in a node. */
export function expressionsIn(context: JavaScriptContext, nodes: readonly Syntax[]): Expression[] {
  return nodes.filter((node) => TRANSLATIONS.has(node.name)).map((node) => expressionOf(context, node));
}

/** Translates a function, method or arrow function. */
export function makeFunction(context: JavaScriptContext, node: Syntax): FunctionExpression {
  return functionOf(context, node, { expressionOf, patternOf: targetOf });
}

export function makeClass(context: JavaScriptContext, node: Syntax): ClassExpression {
  return classOf(context, node, { expressionOf, functionOf: makeFunction });
}

/** Translates what is assigned to. */
export function targetOf(context: JavaScriptContext, node: Syntax): Expression {
  return patternOf(context, node, expressionOf);
}

function variableOf({ source }: JavaScriptContext, node: Syntax): Expression {
  const text = textOf(source, node);
  return text === 'undefined' ? PLAIN : name(text);
}

/** A template that computes its text is a string, but has no keys that are known. */
function templateOf(context: JavaScriptContext, node: Syntax): Expression {
  const text = readString(context.source, node);
  return text ?? { kind: 'sequence', parts: [...expressionsIn(context, node.children), unknown()] };
}

function callOfOutside(path: string, ...positional: readonly Expression[]): Call {
  return { kind: 'call', callee: outside(path), positional, keywords: [], awaited: false };
}

/** The keys of an object, as `for (key in object)` goes through them. */
export function keysOf(object: Expression): Expression {
  return callOfOutside('Object.keys', object);
}

/** `object.name`, `object[key]` */
function memberOf(context: JavaScriptContext, node: Syntax): Expression {
  const object = expressionOf(context, node.children[0]);
  const property = node.child('PropertyName', 'PrivatePropertyName');
  const text = property && propertyName(context, property);
  if (text) return { kind: 'member', object, name: text };
  const bracket = node.children.findIndex(({ name: n }) => n === '[');
  return { kind: 'item', object, key: expressionOf(context, node.children[bracket + 1]) };
}

/** What a relative import brings in; nothing for that of a library. Without `member` it is the module itself. */
export function importOf(
  { source }: JavaScriptContext,
  module: string,
  path: string,
  member?: string,
): Import | undefined {
  if (!module.startsWith('./') && !module.startsWith('../')) return undefined;
  return { kind: 'import', module, path, ...(member !== undefined && { member }), from: source.module };
}

/** `require('./module')` */
function requiredOf(context: JavaScriptContext, { children: [callee, list] }: Syntax): Import | undefined {
  const [argument, ...further] = list ? inBrackets(list) : [];
  if (!callee || !argument || further.length > 0 || textOf(context.source, callee) !== 'require') return undefined;
  const module = argument.name === 'String' ? readString(context.source, argument)?.value : undefined;
  return module === undefined ? undefined : importOf(context, module, 'require()', 'default');
}

function callOf(context: JavaScriptContext, node: Syntax): Expression {
  const required = requiredOf(context, node);
  if (required) return required;
  const call = callWith(context, expressionOf(context, node.children[0]), node.child('ArgList'));
  // `name?.(…)` may not call.
  return node.has('?.') ? { kind: 'either', choices: [call] } : call;
}

/** `new Name(…)` */
function newOf(context: JavaScriptContext, node: Syntax): Expression {
  return callWith(context, expressionOf(context, node.children[1]), node.child('ArgList'));
}

function callWith(context: JavaScriptContext, callee: Expression, list: Syntax | undefined): Call {
  const { items } = itemsOf(list ? inBrackets(list) : []);
  const positional = items.map((item) => itemOf(context, item));
  return { kind: 'call', callee, positional, keywords: [], awaited: false };
}

/** `item`, `...item` */
function itemOf(context: JavaScriptContext, nodes: readonly Syntax[]): Expression | Spread {
  const value = nodes.length > 0 ? expressionOf(context, nodes.at(-1)) : PLAIN;
  return nodes[0]?.name === 'Spread' ? { kind: 'spread', value } : value;
}

function arrayOf(context: JavaScriptContext, node: Syntax): Expression {
  const nodes = inBrackets(node);
  const { items, commaEnd } = itemsOf(nodes);
  const groups = split(nodes, ',');
  // A place that is left out holds undefined.
  const places =
    commaEnd === undefined && items.length === 0 ? [] : groups.slice(0, commaEnd === undefined ? undefined : -1);
  const filled = places.at(-1)?.length === 0 ? undefined : places.filter((item) => item.length > 0);
  const literal = { start: node.start + 1, items: filled ?? [], commaEnd, afterLone: '', comment: '//' };
  return {
    kind: 'list',
    items: places.map((item) => itemOf(context, item)),
    insertion: () => (node.broken || !filled ? undefined : insertIntoList(context.source, literal)),
  };
}

function objectOf(context: JavaScriptContext, node: Syntax): Expression {
  const properties = itemsOf(inBrackets(node)).items.flatMap((item) => item.slice(0, 1));
  return { kind: 'dictionary', entries: properties.flatMap((property) => entriesOf(context, property)) };
}

/** `name`, `key: value`, `...object`, `name() {…}`, `get name() {…}` */
function entriesOf(context: JavaScriptContext, node: Syntax): (Entry | Spread)[] {
  const [first, second] = node.children;
  if (first?.name === 'Spread') return [{ kind: 'spread', value: expressionOf(context, second) }];
  const isAccessor = node.has('get') || node.has('set');
  const keyAt = node.children.findIndex((child) => child.name === '[' || propertyName(context, child) !== undefined);
  const key = propertyKey(context, node.children.slice(Math.max(keyAt, 0)), (inner) => expressionOf(context, inner));
  if (node.has('ParamList')) {
    const entry: Entry = { kind: 'entry', key, value: makeFunction(context, node) };
    // What an accessor does, it does later.
    return isAccessor ? [entry, { kind: 'spread', value: unknown() }] : [entry];
  }
  const colon = node.children.findIndex((child) => child.name === ':');
  if (colon < 0 && key.kind === 'text')
    return [{ kind: 'entry', key: { ...key, isShorthand: true }, value: name(key.value) }];
  return [{ kind: 'entry', key, value: expressionOf(context, node.children[colon + 1]) }];
}

function unaryOf(context: JavaScriptContext, node: Syntax): Expression {
  const operator = node.children[0];
  const operand = expressionOf(context, node.children.at(-1));
  if (operator?.name === 'delete') return { kind: 'remove', target: operand };
  const symbol = operator ? textOf(context.source, operator) : '';
  return symbol === '++' || symbol === '--' ? assign(operand, PLAIN) : { kind: 'sequence', parts: [operand, PLAIN] };
}

function assignmentOf(context: JavaScriptContext, node: Syntax): Expression {
  const [left, operator] = node.children;
  const value = expressionOf(context, node.children.at(-1));
  if (!left || !operator) return value;
  if (isSelfBinding(context, node)) return PLAIN;
  const exporting = left.name === 'MemberExpression' && commonExport(context, compactText(context.source, left), value);
  if (exporting) return exporting;
  const target = targetOf(context, left);
  const symbol = textOf(context.source, operator);
  if (symbol === '=') return assign(target, value);
  const isChoice = symbol === '??=' || symbol === '||=' || symbol === '&&=';
  const how = symbol === '&&=' ? 'and' : 'or';
  return assign(target, isChoice ? { kind: 'either', choices: [target, value], how } : plain(target, value));
}

/** `this.name = this.name.bind(this)` leaves the method what it is. */
function isSelfBinding({ source }: JavaScriptContext, { children }: Syntax): boolean {
  const [left, , right] = children.map((part) => compactText(source, part));
  return left !== undefined && left.startsWith('this.') && right === `${left}.bind(this)`;
}

/** The source of a short expression without its blanks; that of a longer one is not asked for. */
function compactText(source: Source, node: Syntax): string {
  if (node.children.length === 0) return textOf(source, node);
  return node.end - node.start > 200 ? '' : node.children.map((part) => compactText(source, part)).join('');
}

function binaryOf(context: JavaScriptContext, node: Syntax): Expression {
  const [, operator] = node.children;
  const left = expressionOf(context, node.children[0]);
  const right = expressionOf(context, node.children.at(-1));
  const symbol = operator ? textOf(context.source, operator) : '';
  if (symbol === '||' || symbol === '??') return { kind: 'either', choices: [left, right], how: 'or' };
  // What is false is no object.
  if (symbol === '&&') return { kind: 'sequence', parts: [left, { kind: 'either', choices: [PLAIN, right] }] };
  return symbol === 'in' ? { kind: 'contains', key: left, object: right } : plain(left, right);
}

/** `condition ? value : other` */
function conditionalOf(context: JavaScriptContext, node: Syntax): Expression {
  const [condition, value, other] = expressionsIn(context, node.children);
  const choices = [value ?? unknown(), other ?? unknown()];
  return { kind: 'sequence', parts: [condition ?? unknown(), { kind: 'either', choices }] };
}

function awaited(context: JavaScriptContext, node: Syntax): Expression {
  const value = expressionOf(context, node.children.at(-1));
  return value.kind === 'call' ? { ...value, awaited: true } : value;
}

function yieldOf(context: JavaScriptContext, node: Syntax): Expression {
  context.notes.yields = true;
  return unknown(...expressionsIn(context, node.children));
}

function plainOf(context: JavaScriptContext, node: Syntax): Expression {
  return plain(...expressionsIn(context, node.children));
}
