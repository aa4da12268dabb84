import type { CallExpression, Expression, LiteralExpression, NameExpression } from '../cheetah/expression';

/** The expressions that one consists of directly, in the order of the text. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'name':
    case 'literal':
      return [];
    case 'member':
      return [expression.object];
    case 'subscript':
      return [expression.object, expression.index];
    case 'call':
      return [expression.callee, ...expression.arguments];
    case 'list':
    case 'tuple':
      return expression.items;
    case 'dictionary':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'not':
    case 'sign':
      return [expression.operand];
    case 'and':
    case 'or':
      return expression.operands;
    case 'comparison':
      return [expression.first, ...expression.rest.map(({ operand }) => operand)];
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.value, expression.condition, expression.other];
    case 'opaque':
      return expression.names;
  }
}

/** An expression and all that it consists of, each one before its parts. */
export function* withParts(expression: Expression): Generator<Expression> {
  const left: Expression[] = [expression];
  for (let next = left.pop(); next; next = left.pop()) {
    yield next;
    for (const part of partsOf(next).toReversed()) left.push(part);
  }
}

/** The names that an expression mentions. */
export function namesIn(expression: Expression): readonly NameExpression[] {
  return [...withParts(expression)].filter((part) => part.kind === 'name');
}

/** Cheetah's functions that ask for a name without wanting it to be there. */
const ASKING: ReadonlySet<string> = new Set(['getVar', 'varExists', 'hasVar']);

/** A call such as `$getVar('nic.key', default)`. */
export interface Asking {
  readonly call: CallExpression;
  readonly name: LiteralExpression & { readonly value: string };
  /** What it gives where the name is not there; missing where that is an error. */
  readonly fallback?: Expression;
}

function isText(expression: Expression | undefined): expression is LiteralExpression & { readonly value: string } {
  return expression?.kind === 'literal' && typeof expression.value === 'string';
}

/** What a call asks for by name; `undefined` for any other expression. */
export function askingOf(expression: Expression): Asking | undefined {
  if (expression.kind !== 'call' || expression.callee.kind !== 'name' || !ASKING.has(expression.callee.name))
    return undefined;
  const [name, fallback] = expression.arguments;
  if (!isText(name)) return undefined;
  return { call: expression, name, ...(fallback && { fallback }) };
}

/** The text of a literal and where it stands; `undefined` for what is no text, or not written plainly. */
export function plainText(
  expression: Expression,
): { readonly value: string; readonly span: { start: number; end: number } } | undefined {
  return isText(expression) && expression.innerSpan
    ? { value: expression.value, span: expression.innerSpan }
    : undefined;
}
