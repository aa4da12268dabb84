import type { Expression, LiteralValue } from '../cheetah/expression';

/** A literal as one text for all that Python takes for equal: `1`, `1.0` and `True` are. */
export function writtenLiteral(value: LiteralValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return String(value);
}

function writtenList(expressions: readonly Expression[]): string {
  return expressions.map(writtenForm).join(', ');
}

/** An expression as one text for all that mean the same: blanks, quotes and brackets do not count, nor whether a member is written `.key` or `['key']`. */
export function writtenForm(expression: Expression): string {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'member':
      return `${writtenForm(expression.object)}.${expression.name}`;
    case 'subscript':
      return writtenSubscript(writtenForm(expression.object), expression.index);
    case 'call':
      return `${writtenForm(expression.callee)}(${writtenList(expression.arguments)})`;
    case 'literal':
      return writtenLiteral(expression.value);
    case 'list':
    case 'tuple':
      return `${expression.kind}(${writtenList(expression.items)})`;
    case 'dictionary':
      return `{${expression.entries.map(({ key, value }) => `${writtenForm(key)}: ${writtenForm(value)}`).join(', ')}}`;
    case 'not':
      return `not (${writtenForm(expression.operand)})`;
    case 'and':
    case 'or':
      return `(${expression.operands.map(writtenForm).join(` ${expression.kind} `)})`;
    case 'comparison':
      return `(${[
        writtenForm(expression.first),
        ...expression.rest.map(({ operator, operand }) => `${operator} ${writtenForm(operand)}`),
      ].join(' ')})`;
    case 'arithmetic':
      return `(${writtenForm(expression.left)} ${expression.operator} ${writtenForm(expression.right)})`;
    case 'sign':
      return `${expression.operator}(${writtenForm(expression.operand)})`;
    case 'conditional':
      return `(${writtenForm(expression.value)} if ${writtenForm(expression.condition)} else ${writtenForm(expression.other)})`;
    case 'opaque':
      // No two of them are known to mean the same.
      return `?${expression.span.start}`;
  }
}

function writtenSubscript(object: string, index: Expression): string {
  const key = index.kind === 'literal' && typeof index.value === 'string' ? index.value : '';
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? `${object}.${key}` : `${object}[${writtenForm(index)}]`;
}
