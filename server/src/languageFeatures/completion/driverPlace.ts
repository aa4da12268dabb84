import type { Syntax } from '../../text/syntaxTree';
import { ancestor, siblingBefore } from './driverTree';

/** What a key is one of: the class's list of output keys, or the dictionary of a name; one without a name is returned at once. */
export type KeyUse =
  | { readonly kind: 'output-keys'; readonly className?: string }
  | { readonly kind: 'dictionary'; readonly name?: string };

/** Gives the text of a node. */
export type TextOf = (node: Syntax) => string;

const OUTPUT_KEYS = new Set(['output_keys', 'outputKeys']);
/** What a string stands in that is one of a list. */
const LISTS = new Set([
  'ArrayExpression',
  'ArrayComprehensionExpression',
  'TupleExpression',
  'ParenthesizedExpression',
  'SetExpression',
  'SetComprehensionExpression',
]);
/** What a list may stand in before it is assigned: `frozenset([…])`, `Base.output_keys + […]`. */
const AROUND_LISTS = new Set([...LISTS, 'ArgList', 'CallExpression', 'NewExpression', 'BinaryExpression']);
/** What a dictionary display is as long as it is half-typed. */
const DISPLAYS = new Set([
  'DictionaryExpression',
  'DictionaryComprehensionExpression',
  'SetExpression',
  'SetComprehensionExpression',
  'ObjectExpression',
]);
const ASSIGNMENTS = new Set([
  'AssignStatement',
  'UpdateStatement',
  'AssignmentExpression',
  'PropertyDeclaration',
  'VariableDeclaration',
]);
const NAMES = new Set(['VariableName', 'VariableDefinition', 'PropertyName', 'PropertyDefinition']);
/** The methods of a dictionary whose first argument is a key. */
const KEY_METHODS = new Set(['get', 'setdefault', 'pop']);

/** What a string or a name is a key of; undefined where it is none. Of an empty name, `node` is what stands before it. */
export function keyUse(node: Syntax, textOf: TextOf): KeyUse | undefined {
  return memberUse(node, textOf) ?? subscriptUse(node, textOf) ?? listUse(node, textOf) ?? displayUse(node, textOf);
}

/** `config.key` */
function memberUse({ name, parent }: Syntax, textOf: TextOf): KeyUse | undefined {
  const isMember = parent?.name === 'MemberExpression' && (name === 'PropertyName' || name === '.');
  return isMember ? nameOf(parent.children[0], textOf) : undefined;
}

/** `config['…']`, `config.get('…')` */
function subscriptUse(node: Syntax, textOf: TextOf): KeyUse | undefined {
  const { parent } = node;
  const opening = siblingBefore(node)?.name;
  if (parent?.name === 'MemberExpression' && opening === '[') return nameOf(parent.children[0], textOf);
  if (parent?.name !== 'ArgList' || opening !== '(') return undefined;
  const [object, method] = methodCall(parent, textOf);
  return KEY_METHODS.has(method ?? '') ? nameOf(object, textOf) : undefined;
}

/** The object and the method of a call, by the list of its arguments. */
function methodCall({ parent }: Syntax, textOf: TextOf): readonly [object?: Syntax, method?: string] {
  const callee = parent?.children[0];
  if (callee?.name !== 'MemberExpression') return [];
  const [object, , method] = callee.children;
  return object && method?.name === 'PropertyName' ? [object, textOf(method)] : [];
}

function nameOf(node: Syntax | undefined, textOf: TextOf): KeyUse | undefined {
  return node?.name === 'VariableName' ? { kind: 'dictionary', name: textOf(node) } : undefined;
}

/** A key in `return {…}`, `config = {…}`, `config.update({…})`, `Object.assign(config, {…})` */
function displayUse(node: Syntax, textOf: TextOf): KeyUse | undefined {
  const display = displayAround(node);
  if (display?.parent?.name === 'ReturnStatement') return { kind: 'dictionary' };
  if (!display?.parent) return undefined;
  const { parent } = display;
  if (ASSIGNMENTS.has(parent.name)) return nameIn(assigned(parent, display), textOf);
  return parent.name === 'ArgList' ? argumentUse(parent, display, textOf) : undefined;
}

/** The display that `node` is a key in, or the place for one. */
function displayAround(node: Syntax): Syntax | undefined {
  const entry = node.parent?.name === 'Property' ? node.parent : node;
  const display = entry.parent;
  const opening = node.name === '{' || node.name === ',' ? node : siblingBefore(entry);
  const isKey = entry === node || entry.children[0] === node;
  const follows = opening?.name === '{' || opening?.name === ',';
  return display && DISPLAYS.has(display.name) && isKey && follows ? display : undefined;
}

function argumentUse(list: Syntax, display: Syntax, textOf: TextOf): KeyUse | undefined {
  const [object, method] = methodCall(list, textOf);
  const isFirst = siblingBefore(display)?.name === '(';
  if (method === 'update' && isFirst) return nameOf(object, textOf);
  return method === 'assign' && !isFirst ? nameOf(list.children[1], textOf) : undefined;
}

/** What an assignment sets that `value` stands in. */
function assigned({ children }: Syntax, value: Syntax): Syntax | undefined {
  const before = children.filter(({ end }) => end <= value.start);
  return before.findLast(({ name }) => NAMES.has(name) || name === 'MemberExpression');
}

function nameIn(target: Syntax | undefined, textOf: TextOf): KeyUse | undefined {
  return target && target.name !== 'MemberExpression' ? { kind: 'dictionary', name: textOf(target) } : undefined;
}

/** An item of `output_keys = […]`, `Driver.output_keys = […]`, or of what a property of this name returns. */
function listUse(node: Syntax, textOf: TextOf): KeyUse | undefined {
  if (!node.parent || !LISTS.has(node.parent.name)) return undefined;
  let value = node.parent;
  while (value.parent && AROUND_LISTS.has(value.parent.name)) value = value.parent;
  const holder = value.parent;
  if (holder?.name === 'ReturnStatement') return propertyUse(holder, textOf);
  const target = holder && ASSIGNMENTS.has(holder.name) ? assigned(holder, value) : undefined;
  if (!holder || !target) return undefined;
  if (target.name !== 'MemberExpression') return ownListUse(holder, textOf(target));
  const [object, , member] = target.children;
  if (!object || !member || !OUTPUT_KEYS.has(textOf(member))) return undefined;
  return { kind: 'output-keys', className: textOf(object) };
}

const METHODS = new Set(['FunctionDefinition', 'MethodDeclaration']);
const SCOPES = new Set([...METHODS, 'ClassDefinition', 'ClassBody']);

/** A variable of this name declares keys at the top of a class or a module; in a method it means nothing. */
function ownListUse(statement: Syntax, name: string): KeyUse | undefined {
  const scope = ancestor(statement, SCOPES);
  return OUTPUT_KEYS.has(name) && scope && !METHODS.has(scope.name) ? { kind: 'output-keys' } : undefined;
}

function propertyUse(statement: Syntax, textOf: TextOf): KeyUse | undefined {
  const name = ancestor(statement, METHODS)?.children.find((child) => NAMES.has(child.name));
  return name && OUTPUT_KEYS.has(textOf(name)) ? { kind: 'output-keys' } : undefined;
}
