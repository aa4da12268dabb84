import type { Syntax } from '../../text/syntaxTree';
import type { Expression } from '../expression';
import { itemsOf } from './brackets';
import { isName, OTHER_LETTERS } from './names';
import type { Reader } from './reader';

/** `object.name`, `object[index]` */
export function memberOf(reader: Reader, node: Syntax): Expression {
  const [target, mark, part, ...rest] = node.children;
  const object = reader.read(target);
  const span = reader.span(node);
  if (mark?.name === '[') {
    if (rest.length !== 1 || !part || part.name === ':' || part.name === '*') return reader.unsupported(node, 'Slices');
    return { kind: 'subscript', span, object, index: reader.read(part) };
  }
  if (!mark || part?.name !== 'PropertyName') return reader.unsupported(node);
  if (!reader.isMapped(mark) && !isPlainName(object)) return reader.unsupported(node, "Attributes of Python's values");
  const name = reader.text(part);
  if (!isName(name)) return reader.unsupported(node, OTHER_LETTERS);
  return { kind: 'member', span, object, name, nameSpan: reader.span(part) };
}

/** Whether an expression is a name without `$`, or an attribute of one: Python looks for each part of it. */
function isPlainName(expression: Expression): boolean {
  if (expression.kind === 'member') return isPlainName(expression.object);
  return expression.kind === 'name' && !expression.searched;
}

/** `callee(arguments)` */
export function callOf(reader: Reader, node: Syntax): Expression {
  const [callee, list] = node.children;
  const items = list && itemsOf(list);
  if (!items) return reader.unsupported(node, 'Arguments with names or stars, and comprehensions,');
  return {
    kind: 'call',
    span: reader.span(node),
    callee: reader.read(callee),
    arguments: items.map((item) => reader.read(item)),
  };
}
