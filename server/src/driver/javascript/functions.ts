import { assign, name, PLAIN, run } from '../code/build';
import type { Expression, FunctionExpression, Parameter, Statement } from '../code/code';
import { namesOf } from '../code/walk';
import { itemsOf } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import { type JavaScriptContext, newNotes } from './context';

/** What translates the parts of a function. */
export interface FunctionParts {
  readonly expressionOf: (context: JavaScriptContext, node: Syntax | undefined) => Expression;
  readonly patternOf: (context: JavaScriptContext, node: Syntax) => Expression;
}

/** Translates a function, method or arrow function. */
export function functionOf(context: JavaScriptContext, node: Syntax, parts: FunctionParts): FunctionExpression {
  const notes = newNotes();
  const inner = { ...context, notes };
  const parameters = parametersOf(inner, node.child('ParamList'), parts);
  const body = bodyOf(inner, node, parts);
  const isArrow = node.name === 'ArrowFunction';
  const ownName = isArrow ? undefined : node.child('VariableDefinition');
  return {
    kind: 'function',
    code: {
      parameters: parameters.map(({ parameter }) => parameter),
      locals: [
        ...parameters.flatMap(({ parameter, names }) => [parameter.name, ...names]),
        ...notes.vars,
        ...(isArrow ? [] : ['this']),
        ...(ownName ? [context.source.text.slice(ownName.start, ownName.end)] : []),
      ],
      body: [...parameters.flatMap(({ prelude }) => prelude), body],
      isAsync: node.has('async'),
      isGenerator: node.has('Star') || notes.yields,
      broken: node.broken,
    },
  };
}

function bodyOf(context: JavaScriptContext, node: Syntax, { expressionOf }: FunctionParts): Statement {
  const body = node.children.at(-1);
  if (body?.name === 'Block') return context.blockOf(context, body);
  return { kind: 'return', value: expressionOf(context, body) };
}

/** A parameter, and what the function does first where the parameter is a pattern or has a default. */
interface ParameterCode {
  readonly parameter: Parameter;
  readonly names: readonly string[];
  readonly prelude: readonly Statement[];
}

function parametersOf(context: JavaScriptContext, list: Syntax | undefined, parts: FunctionParts): ParameterCode[] {
  const nodes = (list?.children ?? []).filter((node) => node.name !== '(' && node.name !== ')');
  return itemsOf(nodes).items.map((item, index) => {
    const [first] = item;
    const role = first?.name === 'Spread' ? 'rest' : 'one';
    const pattern = role === 'rest' ? item[1] : first;
    const equals = item.findIndex((node) => node.name === 'Equals');
    const target = pattern ? parts.patternOf(context, pattern) : name('');
    // What is not given is undefined.
    const missing = role === 'one' ? { defaultValue: PLAIN } : {};
    if (target.kind === 'name' && equals < 0)
      return { parameter: { name: target.name, role, ...missing }, names: [], prelude: [] };
    const hidden = `(${index})`;
    const choices = [name(hidden), ...(equals < 0 ? [] : [parts.expressionOf(context, item[equals + 1])])];
    return {
      parameter: { name: hidden, role, ...missing },
      names: namesOf(target),
      prelude: [run(assign(target, { kind: 'either', choices, how: 'or' }))],
    };
  });
}
