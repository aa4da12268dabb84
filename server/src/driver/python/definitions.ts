import { assign, name, run, unknown } from '../code/build';
import type { Expression, Statement } from '../code/code';
import { textOf } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import { classOf } from './classes';
import { nameAt, type PythonContext, type TranslateBody } from './context';
import { expressionOf, expressionsIn } from './expressions';
import { functionOf, parametersOf } from './functions';

/** A function or class with its decorators. */
export function decorated(context: PythonContext, node: Syntax, bodyOf: TranslateBody): Statement[] {
  const decorators = node.children.filter(({ name: n }) => n === 'Decorator').map((it) => decoratorOf(context, it));
  return definition(context, node.child('FunctionDefinition', 'ClassDefinition'), decorators, bodyOf);
}

/** `def name(…): …`, `class name(…): …` */
export function definition(
  context: PythonContext,
  node: Syntax | undefined,
  decorators: readonly Expression[],
  bodyOf: TranslateBody,
): Statement[] {
  const variable = node?.child('VariableName');
  if (!node || !variable) return [];
  const target = name(nameAt(context, variable));
  if (node.name === 'ClassDefinition') return [run(assign(target, classOf(context, node, decorators, bodyOf)))];
  const value = functionOf(
    {
      context,
      parameters: parametersOf(node.child('ParamList'), context, (part) => expressionOf(context, part)),
      isAsync: node.has('async'),
      broken: node.broken,
    },
    (inner) => bodyOf(inner, node.child('Body')),
  );
  return [run(assign(target, decorators.length > 0 ? { kind: 'decorated', decorators, value } : value))];
}

/** `@name.name(…)`: the grammar has no member expression there. */
function decoratorOf(context: PythonContext, node: Syntax): Expression {
  const [first, ...further] = node.children.filter(({ name: n }) => n === 'VariableName');
  if (!first || node.broken) return unknown();
  const { uri } = context.source.module;
  const decorator = further.reduce<Expression>(
    (object, { start, end }) => ({
      kind: 'member',
      object,
      name: { kind: 'text', value: context.source.text.slice(start, end), uri, span: { start, end } },
    }),
    name(textOf(context.source, first)),
  );
  const list = node.child('ArgList');
  return list ? unknown(decorator, ...expressionsIn(context, list.children)) : decorator;
}
