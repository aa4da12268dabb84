import type { Syntax } from '../../text/syntaxTree';
import type { Expression } from '../expression';
import type { Reader } from './reader';

/** `(expression)`: its value stands for it. A variable in brackets is no part of a longer one. */
export function parenthesizedOf(reader: Reader, node: Syntax): Expression {
  const [, inner, ...rest] = node.children;
  return rest.length > 1 || inner?.name === '*' ? reader.unsupported(node) : reader.read(inner);
}

/** `[one, another]` */
export function listOf(reader: Reader, node: Syntax): Expression {
  return sequenceOf(reader, node, 'list');
}

/** `(one, another)` */
export function tupleOf(reader: Reader, node: Syntax): Expression {
  return sequenceOf(reader, node, 'tuple');
}

function sequenceOf(reader: Reader, node: Syntax, kind: 'list' | 'tuple'): Expression {
  const items = itemsOf(node);
  if (!items) return reader.unsupported(node);
  return { kind, span: reader.span(node), items: items.map((item) => reader.read(item)) };
}

/** What stands between the brackets of a node, without the commas; nothing where something else separates it. */
export function itemsOf(node: Syntax): readonly Syntax[] | undefined {
  const inside = node.children.slice(1, -1);
  const isRegular = inside.every(({ name }, index) => index % 2 === 0 || name === ',');
  return isRegular ? inside.filter((_, index) => index % 2 === 0) : undefined;
}

/** `{key: value}` */
export function dictionaryOf(reader: Reader, node: Syntax): Expression {
  const inside = node.children.slice(1, -1);
  const isRegular = inside.every(({ name }, index) => index % 2 === 0 || name === (index % 4 === 1 ? ':' : ','));
  if (!isRegular) return reader.unsupported(node);
  const parts = inside.filter((_, index) => index % 2 === 0).map((part) => reader.read(part));
  const entries = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [key, value] = parts.slice(index, index + 2);
    if (key && value) entries.push({ key, value });
  }
  return { kind: 'dictionary', span: reader.span(node), entries };
}
