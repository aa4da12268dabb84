import type { Expression, Text } from '../code/code';
import { textOf } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';
import type { JavaScriptContext } from './context';
import { readString } from './strings';

/** The name of a property as it stands in the source: `name`, `'name'`, `1`, `#name`; nothing for `[name]`. */
export function propertyName(context: JavaScriptContext, node: Syntax): Text | undefined {
  const text = textOf(context.source, node);
  const span = { start: node.start, end: node.end };
  const { uri } = context.source.module;
  switch (node.name) {
    case 'PropertyName':
    case 'PropertyDefinition':
    case 'VariableDefinition':
      return { kind: 'text', value: text, uri, span };
    case 'PrivatePropertyName':
    case 'PrivatePropertyDefinition':
      return { kind: 'text', value: text + context.privateMark, uri, span };
    case 'String':
      return readString(context.source, node);
    case 'Number':
      return String(Number(text)) === text ? { kind: 'text', value: text, uri, span } : undefined;
    default:
      return undefined;
  }
}

/** The name of a property, which `[…]` computes. `translate` translates what stands in the brackets. */
export function propertyKey(
  context: JavaScriptContext,
  nodes: readonly Syntax[],
  translate: (node: Syntax | undefined) => Expression,
): Expression {
  const [first, inner] = nodes;
  if (first?.name === '[') return translate(inner);
  return (first && propertyName(context, first)) ?? { kind: 'unknown', parts: [] };
}
