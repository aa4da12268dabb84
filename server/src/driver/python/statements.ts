import { assign, branch, each, maybe, plain, run, unknown } from '../code/build';
import type { Statement } from '../code/code';
import { split, textOf, variablesIn } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import { nameAt, type PythonContext } from './context';
import { decorated, definition } from './definitions';
import { expressionsIn, expressionsOf, yieldOf } from './expressions';
import { importsOf } from './imports';
import { matched } from './matches';
import { testOf } from './conditions';

type Translate = (context: PythonContext, node: Syntax) => Statement[];

/** What a statement does, by the name of its node. */
const TRANSLATIONS = new Map<string, Translate>([
  ['AssignStatement', assignment],
  ['UpdateStatement', update],
  ['ExpressionStatement', (context, node) => [run(expressionsOf(context, node.children))]],
  ['DeleteStatement', deletion],
  ['ReturnStatement', returned],
  ['YieldStatement', (context, node) => [run(yieldOf(context, node))]],
  ['RaiseStatement', raised],
  ['BreakStatement', () => [{ kind: 'leave', what: 'loop' }]],
  ['ContinueStatement', () => [{ kind: 'leave', what: 'round' }]],
  ['AssertStatement', evaluated],
  ['PrintStatement', evaluated],
  ['PassStatement', () => []],
  ['ImportStatement', importsOf],
  ['ScopeStatement', scopeOf],
  ['TypeDefinition', (context, node) => unreadNames(context, [node])],
  [
    'StatementGroup',
    (context, node) =>
      statementsOf(
        context,
        node.children.filter(({ name: n }) => n !== ';'),
      ),
  ],
  ['IfStatement', branches],
  ['WhileStatement', whileLoop],
  ['ForStatement', forLoop],
  ['TryStatement', tried],
  ['WithStatement', withBlock],
  ['MatchStatement', (context, node) => matched(context, node, bodyOf)],
  ['FunctionDefinition', (context, node) => definition(context, node, [], bodyOf)],
  ['ClassDefinition', (context, node) => definition(context, node, [], bodyOf)],
  ['DecoratedStatement', (context, node) => decorated(context, node, bodyOf)],
]);

/** Translates the statements of a block. Those that are not understood make the variables in them unknown. */
export function statementsOf(context: PythonContext, nodes: readonly Syntax[]): Statement[] {
  return nodes.flatMap((node) => {
    const translate = TRANSLATIONS.get(node.name);
    if (!translate) return node.isError || node.broken ? unreadNames(context, [node]) : [];
    const isBlock = node.has('Body') || node.has('MatchBody') || node.name === 'DecoratedStatement';
    const broken = isBlock
      ? node.children.filter((child) => child.broken && !isBody(child))
      : node.broken
        ? [node]
        : [];
    return [...translate(context, node), ...unreadNames(context, broken)];
  });
}

/** The translated statements of a `Body` node. */
export function bodyOf(context: PythonContext, body: Syntax | undefined): Statement[] {
  return statementsOf(context, body?.children.slice(1) ?? []);
}

function isBody({ name: nodeName }: Syntax): boolean {
  return ['Body', 'MatchBody', 'FunctionDefinition', 'ClassDefinition'].includes(nodeName);
}

function unreadNames({ source }: PythonContext, nodes: readonly Syntax[]): Statement[] {
  const names = variablesIn(source, nodes);
  return names.length > 0 ? [run({ kind: 'unread', names })] : [];
}

/** `target = other = value`, `target: type = value`, `target: type` */
function assignment(context: PythonContext, node: Syntax): Statement[] {
  const parts = split(node.children, 'AssignOp').map((part) => part.filter(({ name: n }) => n !== 'TypeDef'));
  const value = parts.pop();
  if (!value || parts.length === 0) return [];
  const targets = parts.map((part) => expressionsOf(context, part));
  return [run(targets.reduceRight((right, target) => assign(target, right), expressionsOf(context, value)))];
}

/** `target += value` */
function update(context: PythonContext, node: Syntax): Statement[] {
  const [left = [], right = []] = split(node.children, 'UpdateOp');
  const operator = node.child('UpdateOp');
  const target = expressionsOf(context, left);
  const value = expressionsOf(context, right);
  const symbol = operator ? textOf(context.source, operator) : '';
  const isExtension = symbol === '+=' || symbol === '|=';
  return [run(isExtension ? { kind: 'extend', target, value } : assign(target, unknown(target, value)))];
}

function deletion(context: PythonContext, node: Syntax): Statement[] {
  return expressionsIn(context, node.children).map((target) => run({ kind: 'remove', target }));
}

function returned(context: PythonContext, node: Syntax): Statement[] {
  const nodes = node.children.slice(1);
  return [{ kind: 'return', value: nodes.length > 0 ? expressionsOf(context, nodes) : plain() }];
}

function raised(context: PythonContext, node: Syntax): Statement[] {
  return [run(unknown(...expressionsIn(context, node.children))), { kind: 'leave', what: 'function' }];
}

function evaluated(context: PythonContext, node: Syntax): Statement[] {
  return [run(plain(...expressionsIn(context, node.children)))];
}

/** `global name`, `nonlocal name` */
function scopeOf(context: PythonContext, node: Syntax): Statement[] {
  for (const variable of node.children.filter(({ name: n }) => n === 'VariableName'))
    context.notes.outer.add(nameAt(context, variable));
  return [];
}

/** The conditions of a statement, and its bodies, of which one runs. */
function branches(context: PythonContext, node: Syntax): Statement[] {
  const conditions = expressionsIn(context, node.children);
  const choices = node.children.filter(({ name: n }) => n === 'Body').map((body) => bodyOf(context, body));
  if (!node.has('else')) choices.push([]);
  const test = choices.length === 2 ? testOf(context, node.children[1]) : undefined;
  return [...conditions.map(run), { kind: 'branch', choices, ...(test && { test }) }];
}

function whileLoop(context: PythonContext, node: Syntax): Statement[] {
  const [body, otherwise] = node.children.filter(({ name: n }) => n === 'Body');
  const condition = expressionsIn(context, node.children).map(run);
  const isEndless = ['True', '1'].includes(node.children[1] ? textOf(context.source, node.children[1]) : '');
  const rounds = isEndless ? 'endless' : 'any';
  return [{ kind: 'loop', rounds, body: [...condition, ...bodyOf(context, body)] }, ...elseOf(context, otherwise)];
}

/** What runs behind a loop that was not left. */
function elseOf(context: PythonContext, body: Syntax | undefined): Statement[] {
  return body ? [branch(bodyOf(context, body), [])] : [];
}

/** `for target in source` */
function forLoop(context: PythonContext, node: Syntax): Statement[] {
  const [body, otherwise] = node.children.filter(({ name: n }) => n === 'Body');
  const head = node.children.slice(node.children.findIndex(({ name: n }) => n === 'for') + 1);
  const at = head.findIndex(({ name: n }) => n === 'in');
  const end = head.findIndex(({ name: n }) => n === 'Body');
  if (at < 0 || end < 0) return [...unreadNames(context, head), maybe(bodyOf(context, body))];
  const source = expressionsOf(context, head.slice(at + 1, end));
  const step = each(expressionsOf(context, head.slice(0, at)), source);
  return [{ kind: 'for', step, body: bodyOf(context, body), otherwise: bodyOf(context, otherwise) }];
}

function tried(context: PythonContext, node: Syntax): Statement[] {
  const parts = node.children.flatMap((child, index) =>
    child.name === 'Body' ? [{ head: headBefore(node, index), body: child }] : [],
  );
  const bodiesAfter = (keyword: string): Statement[][] =>
    parts.filter(({ head }) => head[0]?.name === keyword).map(({ head, body }) => handlerOf(context, head, body));
  return [
    {
      kind: 'try',
      body: bodiesAfter('try').flat(),
      handlers: bodiesAfter('except'),
      otherwise: bodiesAfter('else').flat(),
      final: bodiesAfter('finally').flat(),
    },
  ];
}

/** What runs behind `except type as variable:`, or behind another keyword. */
function handlerOf(context: PythonContext, head: readonly Syntax[], body: Syntax): Statement[] {
  const [type, variable] = expressionsIn(context, head);
  const caught = variable ? [run(assign(variable, unknown()))] : [];
  return [...(type ? [run(plain(type))] : []), ...caught, ...bodyOf(context, body)];
}

/** What stands between a body and the one before it. */
function headBefore(node: Syntax, index: number): readonly Syntax[] {
  const before = node.children.slice(0, index);
  return before.slice(before.map(({ name: n }) => n).lastIndexOf('Body') + 1);
}

/** `with context as target` */
function withBlock(context: PythonContext, node: Syntax): Statement[] {
  const head = node.children.slice(node.children.findIndex(({ name: n }) => n === 'with') + 1);
  const items = split(
    head.filter(({ name: n }) => n !== 'Body'),
    ',',
  );
  const entered = items.flatMap((item): Statement[] => {
    const [value, target] = expressionsIn(context, item);
    if (!value) return [];
    return [run(target ? assign(target, unknown(value)) : unknown(value))];
  });
  const body = bodyOf(context, node.child('Body'));
  return [...entered, { kind: 'try', body, handlers: [], otherwise: [], final: [] }];
}
