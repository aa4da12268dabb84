import type { Syntax } from '../../text/syntaxTree';
import type { Expression, LiteralExpression, LiteralValue } from '../expression';
import { type LiteralReading, readNumber, readString } from './literals';
import type { Reader } from './reader';

/** `'string'` */
export function stringOf(reader: Reader, node: Syntax): Expression {
  return literalOf(reader, node, readString(reader.text(node)));
}

/** `'one string' 'behind another'`, which are one for Python */
export function continuedStringOf(reader: Reader, node: Syntax): Expression {
  let value = '';
  for (const piece of node.children) {
    const literal = reader.read(piece);
    if (literal.kind !== 'literal' || typeof literal.value !== 'string') return literal;
    value += literal.value;
  }
  return constant(reader, node, value);
}

/** `1`, `0x1f`, `1.5` */
export function numberOf(reader: Reader, node: Syntax): Expression {
  return literalOf(reader, node, readNumber(reader.text(node)));
}

/** `True`, `False` */
export function truthOf(reader: Reader, node: Syntax): Expression {
  return constant(reader, node, reader.text(node) === 'True');
}

/** `None` */
export function noneOf(reader: Reader, node: Syntax): Expression {
  return constant(reader, node, null);
}

function literalOf(reader: Reader, node: Syntax, reading: LiteralReading): Expression {
  if ('invalid' in reading) return reader.invalid(node, reading.invalid);
  if ('unknown' in reading) return reader.unsupported(node, reading.unknown);
  const { value, inner } = reading;
  const literal = constant(reader, node, value);
  if (!inner) return literal;
  return { ...literal, innerSpan: reader.span({ start: node.start + inner.start, end: node.start + inner.end }) };
}

function constant(reader: Reader, node: Syntax, value: LiteralValue): LiteralExpression {
  return { kind: 'literal', span: reader.span(node), value };
}
