import { assign, name } from '../code/build';
import type { Entry, Expression, Spread } from '../code/code';
import { itemsOf, split, textOf } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import type { JavaScriptContext } from './context';
import { propertyKey } from './names';

type Translate = (context: JavaScriptContext, node: Syntax | undefined) => Expression;

/** Translates the target of a declaration or an assignment. `expressionOf` translates what is no pattern. */
export function patternOf(context: JavaScriptContext, node: Syntax, expressionOf: Translate): Expression {
  switch (node.name) {
    case 'VariableDefinition':
      return name(textOf(context.source, node));
    case 'ArrayPattern':
      return arrayPattern(context, node, expressionOf);
    case 'ObjectPattern':
      return objectPattern(context, node, expressionOf);
    default:
      return expressionOf(context, node);
  }
}

function arrayPattern(context: JavaScriptContext, node: Syntax, expressionOf: Translate): Expression {
  const groups = split(inBrackets(node), ',');
  return {
    kind: 'list',
    items: groups.map((item): Expression | Spread => {
      const [first, second] = item;
      // A place that is left out takes nothing.
      if (!first) return { kind: 'list', items: [] };
      if (first.name !== 'Spread')
        return withDefault(context, item, patternOf(context, first, expressionOf), expressionOf);
      return { kind: 'spread', value: second ? patternOf(context, second, expressionOf) : name('') };
    }),
  };
}

function objectPattern(context: JavaScriptContext, node: Syntax, expressionOf: Translate): Expression {
  const properties = itemsOf(inBrackets(node)).items.flatMap((item) => item.slice(0, 1));
  return { kind: 'dictionary', entries: properties.map((property) => propertyOf(context, property, expressionOf)) };
}

/** `name`, `name = value`, `key: target = value`, `...rest` */
function propertyOf(context: JavaScriptContext, { children }: Syntax, expressionOf: Translate): Entry | Spread {
  const [first, second] = children;
  if (first?.name === 'Spread')
    return { kind: 'spread', value: second ? patternOf(context, second, expressionOf) : name('') };
  const key = propertyKey(context, children, (node) => expressionOf(context, node));
  const colon = children.findIndex((child) => child.name === ':');
  const target = colon < 0 ? first : children[colon + 1];
  const value = target ? patternOf(context, target, expressionOf) : name('');
  return { kind: 'entry', key, value: withDefault(context, children, value, expressionOf) };
}

function withDefault(
  context: JavaScriptContext,
  nodes: readonly Syntax[],
  target: Expression,
  expressionOf: Translate,
): Expression {
  const equals = nodes.findIndex((node) => node.name === 'Equals');
  return equals < 0 ? target : assign(target, expressionOf(context, nodes[equals + 1]));
}

/** What stands between the brackets of a node; the closing one may be missing. */
export function inBrackets({ children }: Syntax): readonly Syntax[] {
  const last = children.at(-1);
  return children.slice(1, last && [')', ']', '}'].includes(last.name) ? -1 : undefined);
}
