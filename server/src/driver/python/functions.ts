import type { Expression, FunctionExpression, Parameter, Statement } from '../code/code';
import { assignedNames } from '../code/walk';
import { itemsOf } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import { nameAt, newNotes, type PythonContext } from './context';

/** What is known of a function before its body is translated. */
export interface FunctionHead {
  readonly context: PythonContext;
  readonly parameters: readonly Parameter[];
  readonly isAsync: boolean;
  readonly broken: boolean;
}

/** Translates a function; `translate` its body. */
export function functionOf(
  { context, parameters, isAsync, broken }: FunctionHead,
  translate: (context: PythonContext) => readonly Statement[],
): FunctionExpression {
  const notes = newNotes();
  const body = translate({ ...context, notes });
  const own = [...parameters.map(({ name }) => name), ...assignedNames(body)];
  const locals = own.filter((name) => !notes.outer.has(name));
  return { kind: 'function', code: { parameters, locals, body, isAsync, isGenerator: notes.yields, broken } };
}

/** Reads the list of parameters. A lone `*` takes nothing, but ends those that a place gives. */
export function parametersOf(
  list: Syntax | undefined,
  context: PythonContext,
  valueOf: (node: Syntax) => Expression,
): Parameter[] {
  const nodes = (list?.children ?? []).filter(({ name }) => name !== '(' && name !== ')');
  return itemsOf(nodes).items.flatMap((item): Parameter[] => {
    const variable = item.find(({ name }) => name === 'VariableName');
    const [first] = item;
    if (!variable) return first?.name === '*' ? [{ name: '*', role: 'rest' }] : [];
    const role = first?.name === '*' ? 'rest' : first?.name === '**' ? 'keywords' : 'one';
    const assignment = item.findIndex(({ name }) => name === 'AssignOp');
    const value = assignment < 0 ? undefined : item[assignment + 1];
    return [{ name: nameAt(context, variable), role, ...(value && { defaultValue: valueOf(value) }) }];
  });
}
