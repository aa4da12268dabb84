import { assign, name, outside, PLAIN, run, unknown } from '../code/build';
import type { ClassExpression, Expression, FunctionExpression, Statement } from '../code/code';
import { contentOf } from '../code/walk';
import type { KeyInsertion } from '../declaration';
import { type NewList, newList } from '../syntax/keyInsertion';
import { type Source, textOf } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import type { JavaScriptContext } from './context';
import { propertyKey } from './names';

/** What translates the parts of a class. */
export interface ClassParts {
  readonly expressionOf: (context: JavaScriptContext, node: Syntax | undefined) => Expression;
  readonly functionOf: (context: JavaScriptContext, node: Syntax) => FunctionExpression;
}

/** Translates `class Name extends Base {…}`. */
export function classOf(context: JavaScriptContext, node: Syntax, parts: ClassParts): ClassExpression {
  const inner = { ...context, privateMark: `@${node.start}` };
  const variable = node.child('VariableDefinition');
  const nameNode = variable ?? node.child('class') ?? node;
  const extended = node.children.findIndex(({ name: n }) => n === 'extends');
  const members = new ClassMembers(inner, parts);
  for (const item of node.child('ClassBody')?.children ?? []) members.add(item);
  return {
    kind: 'class',
    code: {
      name: variable ? textOf(context.source, variable) : '',
      nameSpan: { start: nameNode.start, end: nameNode.end },
      uri: context.source.module.uri,
      bases: extended < 0 ? [] : [parts.expressionOf(context, node.children[extended + 1])],
      keywords: [],
      decorators: node.has('Decorator') ? [unknown()] : [],
      members: [...members.values.keys()],
      body: members.body(),
      unusual: members.isUnusual,
      broken: node.broken || context.isCut,
      makeList: (keys, quote) => (node.broken ? undefined : makeList(context.source, node, newList(keys, quote))),
    },
  };
}

/** The members of a class, static ones among them. Where two have one name, either may be meant. */
class ClassMembers {
  readonly values = new Map<string, Expression[]>();
  /** Whether a member has a name that only running tells, or the constructor gives another object. */
  isUnusual = false;
  private readonly blocks: Statement[] = [];

  constructor(
    private readonly context: JavaScriptContext,
    private readonly parts: ClassParts,
  ) {}

  body(): Statement[] {
    const members = [...this.values].map(([member, values]) => {
      const [value, ...others] = values;
      const choices = others.length > 0 ? ({ kind: 'either', choices: values } as const) : (value ?? unknown());
      return run(assign(name(member), choices));
    });
    return [...members, ...this.blocks];
  }

  add(item: Syntax): void {
    if (item.name === 'StaticBlock') {
      // It is not run, but what it may do to the module counts as done.
      this.blocks.push(run(this.parts.functionOf(this.context, item)));
      return;
    }
    if (item.name !== 'MethodDeclaration' && item.name !== 'PropertyDeclaration') return;
    const nameAt = item.children.findIndex(({ name: n }) => n === '[' || NAME_NODES.has(n));
    const key = propertyKey(this.context, item.children.slice(Math.max(nameAt, 0)), (node) =>
      this.parts.expressionOf(this.context, node),
    );
    const value = item.name === 'MethodDeclaration' ? this.method(item) : this.property(item);
    if (key.kind !== 'text') this.isUnusual = true;
    else this.values.set(key.value, [...(this.values.get(key.value) ?? []), value]);
    if (key.kind === 'text' && key.value === 'constructor') this.isUnusual ||= givesObject(value);
  }

  private method(item: Syntax): Expression {
    const value = this.parts.functionOf(this.context, item);
    const decorators = [
      ...(item.has('Decorator') ? [unknown()] : []),
      ...(item.has('set') ? [unknown()] : []),
      ...(item.has('get') ? [outside('get')] : item.has('static') ? [outside('static')] : []),
    ];
    return decorators.length > 0 ? { kind: 'decorated', decorators, value } : value;
  }

  private property(item: Syntax): Expression {
    const equals = item.children.findIndex(({ name: n }) => n === 'Equals');
    const value = equals < 0 ? PLAIN : this.parts.expressionOf(this.context, item.children[equals + 1]);
    return item.has('Decorator') || item.has('accessor') ? unknown(value) : value;
  }
}

const NAME_NODES: ReadonlySet<string> = new Set([
  'PropertyDefinition',
  'PrivatePropertyDefinition',
  'String',
  'Number',
]);

/** Whether a constructor returns something: then that is the driver, and not an instance of the class. */
function givesObject(value: Expression): boolean {
  return value.kind !== 'function' || returnsValue(value.code.body);
}

function returnsValue(body: readonly Statement[]): boolean {
  return body.some((statement) => {
    if (statement.kind === 'return') return statement.value !== PLAIN;
    return returnsValue(contentOf(statement).body);
  });
}

/** A list goes to the start of the class: on a line of its own where the members have one. */
function makeList({ lines }: Source, node: Syntax, list: NewList): KeyInsertion | undefined {
  const [brace, first] = node.child('ClassBody')?.children ?? [];
  if (!brace || !first) return undefined;
  const isOneLine = lines.lineOf(brace.start) === lines.lineOf(first.start);
  const indentation = first.name === '}' ? `${lines.indentationOf(first.start)}  ` : lines.indentationOf(first.start);
  const space = isOneLine ? ' ' : lines.lineBreak + indentation;
  const end = isOneLine && first.name === '}' ? '; ' : ';';
  return { offset: brace.end, before: `${space}static outputKeys = ${list.before}`, after: list.after + end };
}
