import { assign, each, maybe, name, PLAIN, plain, run, unknown } from '../code/build';
import type { Expression, Statement } from '../code/code';
import { namesOf } from '../code/walk';
import { itemsOf, textOf, variablesIn } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import type { JavaScriptContext } from './context';
import { testOf } from './conditions';
import { expressionOf, expressionsIn, keysOf, makeClass, makeFunction, targetOf } from './expressions';

type Translate = (context: JavaScriptContext, node: Syntax) => Statement[];

/** What a statement does, by the name of its node. */
const TRANSLATIONS = new Map<string, Translate>([
  ['ExpressionStatement', (context, node) => expressionsIn(context, node.children).map(run)],
  ['VariableDeclaration', declaration],
  ['FunctionDeclaration', definition],
  ['ClassDeclaration', definition],
  ['ReturnStatement', returned],
  ['ThrowStatement', thrown],
  ['BreakStatement', () => [{ kind: 'leave', what: 'loop' }]],
  ['ContinueStatement', () => [{ kind: 'leave', what: 'round' }]],
  ['Block', (context, node) => [blockOf(context, node)]],
  ['IfStatement', branches],
  ['SwitchStatement', switched],
  ['TryStatement', tried],
  ['ForStatement', forLoop],
  ['WhileStatement', whileLoop],
  ['DoStatement', whileLoop],
  // It may be left from inside.
  ['LabeledStatement', (context, node) => [maybe(statementsOf(context, node.children.slice(2)))]],
  // Any name in it may be a key of the object.
  ['WithStatement', (context, node) => [run(name('eval')), ...unreadNames(context, [node])]],
]);

/** Translates the statements of a block. Those that are not understood make the variables in them unknown. */
export function statementsOf(context: JavaScriptContext, nodes: readonly Syntax[]): Statement[] {
  // Functions are there before anything runs.
  const isFunction = ({ name: n }: Syntax): boolean => n === 'FunctionDeclaration';
  const ordered = [...nodes.filter(isFunction), ...nodes.filter((node) => !isFunction(node))];
  return ordered.flatMap((node) => {
    const translate = TRANSLATIONS.get(node.name);
    const broken = translate ? node.children.filter((child) => child.broken && !isCode(child)) : [node];
    return [...(translate?.(context, node) ?? []), ...(node.broken ? unreadNames(context, broken) : [])];
  });
}

/** A block with its own variables. */
export function blockOf(context: JavaScriptContext, node: Syntax): Statement {
  const nodes = node.children.slice(1);
  return { kind: 'block', names: declaredNames(context, nodes), body: statementsOf(context, nodes) };
}

/** The variables that the statements declare for their block. */
export function declaredNames(context: JavaScriptContext, nodes: readonly Syntax[]): string[] {
  return nodes.flatMap((node) => {
    if (node.name === 'VariableDeclaration') return node.has('var') ? [] : targetsIn(context, node).flatMap(namesOf);
    const variable = DEFINITIONS.has(node.name) ? node.child('VariableDefinition') : undefined;
    return variable ? namesOf(targetOf(context, variable)) : [];
  });
}

const DEFINITIONS: ReadonlySet<string> = new Set(['FunctionDeclaration', 'ClassDeclaration']);

/** What reports its own errors: a statement, a function, a class. */
function isCode({ name: nodeName }: Syntax): boolean {
  return TRANSLATIONS.has(nodeName) || ['ClassBody', 'SwitchBody', 'CatchClause', 'FinallyClause'].includes(nodeName);
}

function unreadNames({ source }: JavaScriptContext, nodes: readonly Syntax[]): Statement[] {
  const names = variablesIn(source, nodes);
  return names.length > 0 ? [run({ kind: 'unread', names })] : [];
}

/** `const target = value, other = value` */
function declaration(context: JavaScriptContext, node: Syntax): Statement[] {
  const isVar = node.has('var');
  return declarators(node).flatMap((nodes): Statement[] => {
    const [pattern] = nodes;
    if (!pattern) return [];
    const target = targetOf(context, pattern);
    if (isVar) for (const variable of namesOf(target)) context.notes.vars.add(variable);
    const equals = nodes.findIndex(({ name: n }) => n === 'Equals');
    // A second `var` without a value leaves the first one's.
    if (equals < 0 && isVar) return [];
    return [run(assign(target, equals < 0 ? PLAIN : expressionOf(context, nodes[equals + 1])))];
  });
}

function declarators({ children }: Syntax): Syntax[][] {
  const keyword = children.findIndex(({ name: n }) => ['var', 'let', 'const', 'using'].includes(n));
  return itemsOf(children.slice(keyword + 1).filter(({ name: n }) => n !== ';')).items;
}

function targetsIn(context: JavaScriptContext, node: Syntax): Expression[] {
  return declarators(node).flatMap(([pattern]) => (pattern ? [targetOf(context, pattern)] : []));
}

/** `function name() {…}`, `class Name {…}` */
function definition(context: JavaScriptContext, node: Syntax): Statement[] {
  const variable = node.child('VariableDefinition');
  const value = node.name === 'FunctionDeclaration' ? makeFunction(context, node) : makeClass(context, node);
  return [run(variable ? assign(targetOf(context, variable), value) : value)];
}

function returned(context: JavaScriptContext, node: Syntax): Statement[] {
  const [value] = expressionsIn(context, node.children);
  return [{ kind: 'return', value: value ?? PLAIN }];
}

function thrown(context: JavaScriptContext, node: Syntax): Statement[] {
  return [run(unknown(...expressionsIn(context, node.children))), { kind: 'leave', what: 'function' }];
}

function branches(context: JavaScriptContext, node: Syntax): Statement[] {
  const condition = node.child('ParenthesizedExpression');
  const bodies = node.children.filter(({ name: n }) => TRANSLATIONS.has(n));
  const [choice = [], otherwise = []] = bodies.map((body) => statementsOf(context, [body]));
  const test = condition && testOf(context, condition);
  return [
    ...(condition ? [run(expressionOf(context, condition))] : []),
    { kind: 'branch', choices: [choice, otherwise], ...(test && { test }) },
  ];
}

function switched(context: JavaScriptContext, node: Syntax): Statement[] {
  const nodes = node.child('SwitchBody')?.children ?? [];
  const cases: Syntax[][] = [];
  const labels = nodes.filter(({ name: n }) => n === 'CaseLabel' || n === 'DefaultLabel');
  for (const part of nodes) {
    if (labels.includes(part)) cases.push([]);
    else cases.at(-1)?.push(part);
  }
  const bodies = cases.map((it) => statementsOf(context, it));
  const hasDefault = labels.some(({ name: n }) => n === 'DefaultLabel');
  const conditions = [node, ...labels].flatMap(({ children }) => expressionsIn(context, children));
  return [
    run(plain(...conditions)),
    { kind: 'block', names: declaredNames(context, nodes), body: [{ kind: 'switch', cases: bodies, hasDefault }] },
  ];
}

function tried(context: JavaScriptContext, node: Syntax): Statement[] {
  const blockIn = (part: Syntax | undefined): Statement[] => {
    const block = part?.child('Block');
    return block ? [blockOf(context, block)] : [];
  };
  const clauses = node.children.filter(({ name: n }) => n === 'CatchClause');
  return [
    {
      kind: 'try',
      body: blockIn(node),
      handlers: clauses.map((clause) => handlerOf(context, clause, blockIn(clause))),
      otherwise: [],
      final: blockIn(node.child('FinallyClause')),
    },
  ];
}

/** `catch (pattern) {…}` */
function handlerOf(context: JavaScriptContext, clause: Syntax, block: readonly Statement[]): readonly Statement[] {
  const pattern = clause.children.find((part) => PATTERNS.has(part.name));
  if (!pattern) return block;
  const caught = targetOf(context, pattern);
  return [{ kind: 'block', names: namesOf(caught), body: [run(assign(caught, unknown())), ...block] }];
}

const PATTERNS: ReadonlySet<string> = new Set(['VariableDefinition', 'ArrayPattern', 'ObjectPattern']);

/** `for (start; condition; step)`, `for (target of source)`, `for (target in source)` */
function forLoop(context: JavaScriptContext, node: Syntax): Statement[] {
  const head = node.child('ForSpec', 'ForOfSpec', 'ForInSpec');
  const body = statementsOf(context, node.children.slice(-1));
  if (!head) return [maybe(body)];
  if (head.name !== 'ForSpec') return [eachOf(context, head, body)];
  const start = head.children.filter(({ name: n }) => n === 'VariableDeclaration');
  const steps = expressionsIn(context, head.children).map(run);
  return [
    {
      kind: 'block',
      names: declaredNames(context, start),
      body: [...statementsOf(context, start), { kind: 'loop', rounds: 'any', body: [...steps, ...body] }],
    },
  ];
}

function eachOf(context: JavaScriptContext, head: Syntax, body: readonly Statement[]): Statement {
  const { children } = head;
  const at = children.findIndex(({ name: n }) => n === 'of' || n === 'in');
  const [pattern, keyword] = children.slice(0, Math.max(at, 0)).reverse();
  const target = pattern ? targetOf(context, pattern) : unknown();
  const names = namesOf(target);
  const declares = keyword !== undefined && ['let', 'const', 'using'].includes(keyword.name);
  if (keyword?.name === 'var') for (const variable of names) context.notes.vars.add(variable);
  const source = expressionOf(context, children[at + 1]);
  const isKeys = head.name === 'ForInSpec';
  return {
    kind: 'block',
    names: declares ? names : [],
    body: [{ kind: 'for', step: each(target, isKeys ? keysOf(source) : source), body, otherwise: [] }],
  };
}

function whileLoop(context: JavaScriptContext, node: Syntax): Statement[] {
  const condition = expressionsIn(context, node.children).map(run);
  const bodies = node.children.filter(({ name: n }) => TRANSLATIONS.has(n));
  const rounds = node.name === 'DoStatement' ? 'some' : isEndless(context, node) ? 'endless' : 'any';
  return [{ kind: 'loop', rounds, body: [...condition, ...statementsOf(context, bodies)] }];
}

/** `while (true)` */
function isEndless({ source }: JavaScriptContext, node: Syntax): boolean {
  const condition = node.child('ParenthesizedExpression');
  return condition !== undefined && ['(true)', '(1)'].includes(textOf(source, condition));
}
