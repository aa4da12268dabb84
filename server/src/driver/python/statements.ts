import { assign, maybe, plain, run, type Statement, unknown } from '../code/code';
import { split, textOf, variablesIn } from '../syntax/source';
import type { Syntax } from '../syntax/syntaxTree';
import { nameAt, type PythonContext } from './context';
import { decorated, definition } from './definitions';
import { expressionsIn, expressionsOf, yieldOf } from './expressions';
import { importsOf } from './imports';
import { matched } from './matches';

type Translate = (context: PythonContext, node: Syntax) => Statement[];

/** What a statement does, by the name of its node. */
const TRANSLATIONS = new Map<string, Translate>([
  ['AssignStatement', assignment],
  ['UpdateStatement', update],
  ['ExpressionStatement', (context, node) => [run(expressionsOf(context, node.children))]],
  ['DeleteStatement', deletion],
  ['ReturnStatement', returned],
  ['YieldStatement', (context, node) => [run(yieldOf(context, node))]],
  ['RaiseStatement', (context, node) => [run(unknown(...expressionsIn(context, node.children))), { kind: 'leave' }]],
  ['BreakStatement', () => [{ kind: 'leave' }]],
  ['ContinueStatement', () => [{ kind: 'leave' }]],
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

function evaluated(context: PythonContext, node: Syntax): Statement[] {
  return [run(plain(...expressionsIn(context, node.children)))];
}

/** `global name`, `nonlocal name` */
function scopeOf(context: PythonContext, node: Syntax): Statement[] {
  for (const variable of node.children.filter(({ name: n }) => n === 'VariableName'))
    context.notes.outer.add(nameAt(context, variable));
  return [];
}

/** The conditions of a statement, and each of its bodies, which may run or not. */
function branches(context: PythonContext, node: Syntax): Statement[] {
  return node.children.flatMap((child): Statement[] => {
    if (child.name === 'Body') return [maybe(bodyOf(context, child))];
    return expressionsIn(context, [child]).map(run);
  });
}

function whileLoop(context: PythonContext, node: Syntax): Statement[] {
  const [body, otherwise] = node.children.filter(({ name: n }) => n === 'Body');
  const condition = expressionsIn(context, node.children).map(run);
  return [{ kind: 'loop', body: [...condition, ...bodyOf(context, body)] }, maybe(bodyOf(context, otherwise))];
}

/** `for target in source` */
function forLoop(context: PythonContext, node: Syntax): Statement[] {
  const [body, otherwise] = node.children.filter(({ name: n }) => n === 'Body');
  const head = node.children.slice(node.children.findIndex(({ name: n }) => n === 'for') + 1);
  const at = head.findIndex(({ name: n }) => n === 'in');
  const end = head.findIndex(({ name: n }) => n === 'Body');
  if (at < 0 || end < 0) return [...unreadNames(context, head), maybe(bodyOf(context, body))];
  const source = expressionsOf(context, head.slice(at + 1, end));
  const step = assign(expressionsOf(context, head.slice(0, at)), { kind: 'element', source });
  return [{ kind: 'loop', body: [run(step), ...bodyOf(context, body)] }, maybe(bodyOf(context, otherwise))];
}

function tried(context: PythonContext, node: Syntax): Statement[] {
  return node.children.flatMap((child, index): Statement[] => {
    if (child.name !== 'Body') return [];
    const clause = headBefore(node, index);
    if (clause[0]?.name === 'finally') return bodyOf(context, child);
    const [type, variable] = expressionsIn(context, clause);
    const caught = variable ? [run(assign(variable, unknown()))] : [];
    return [maybe([...(type ? [run(plain(type))] : []), ...caught, ...bodyOf(context, child)])];
  });
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
  return [...entered, maybe(bodyOf(context, node.child('Body')))];
}
