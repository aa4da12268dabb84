import type { Expression, NameExpression } from '../cheetah/expression';
import type { Span } from '../text/span';
import { dictionaryMembers } from './knownNames';
import { askingOf, plainText, withParts, type Asking } from './expressions';
import { isNics, type Scope } from './walk';

/** A key of a network dictionary that an expression names. */
export interface KeyUse {
  readonly key: string;
  readonly keySpan: Span;
  /** What has the value, or asks for it. */
  readonly expression: Expression;
  /** Whether the key need not be there: `'key' in $nic`, `$nic.get('key')`, `$getVar('nic.key')`. */
  readonly isOptional: boolean;
}

/** What an expression asks for. */
export interface Uses {
  readonly keys: readonly KeyUse[];
  /** The names that it mentions, those without a `$` among them. */
  readonly names: readonly NameExpression[];
  /** What it asks for with `getVar` and the like. */
  readonly askings: readonly Asking[];
}

/** The members that take a key which need not be there. */
const OPTIONAL_GETTERS: ReadonlySet<string> = new Set(['get', 'has_key', 'pop', 'setdefault']);

/** Whether an expression stands for a network dictionary: a loop's variable, or `$nics[0]`. */
function isNic(expression: Expression, { nics }: Scope): boolean {
  if (expression.kind === 'name') return nics.has(expression.name);
  return expression.kind === 'subscript' && isNics(expression.object);
}

function keyOf(expression: Expression, text: Expression, isOptional: boolean): readonly KeyUse[] {
  const plain = plainText(text);
  return plain ? [{ key: plain.value, keySpan: plain.span, expression, isOptional }] : [];
}

/** `$getVar('nic.key')`. */
function askedKey(asking: Asking, { nics }: Scope): readonly KeyUse[] {
  const plain = plainText(asking.name);
  const [variable = '', key] = plain?.value.split('.') ?? [];
  if (!plain || key === undefined || key === '' || !nics.has(variable)) return [];
  const start = plain.span.start + variable.length + 1;
  return [{ key, keySpan: { start, end: start + key.length }, expression: asking.call, isOptional: true }];
}

function keysIn(part: Expression, scope: Scope): readonly KeyUse[] {
  if (part.kind === 'member' && isNic(part.object, scope)) {
    if (dictionaryMembers.has(part.name)) return [];
    return [{ key: part.name, keySpan: part.nameSpan, expression: part, isOptional: false }];
  }
  if (part.kind === 'subscript' && isNic(part.object, scope)) return keyOf(part, part.index, false);
  if (part.kind === 'comparison') {
    const operands = [part.first, ...part.rest.map(({ operand }) => operand)];
    return part.rest.flatMap(({ operator, operand }, index) => {
      const left = operands[index];
      const isAsked = (operator === 'in' || operator === 'not in') && isNic(operand, scope);
      return left && isAsked ? keyOf(left, left, true) : [];
    });
  }
  if (part.kind !== 'call') return [];
  const asking = askingOf(part);
  if (asking) return askedKey(asking, scope);
  const {
    callee,
    arguments: [first],
  } = part;
  const gets = callee.kind === 'member' && OPTIONAL_GETTERS.has(callee.name) && isNic(callee.object, scope);
  return gets && first ? keyOf(part, first, true) : [];
}

/** What an expression asks for at a place with these names. */
export function usesIn(expression: Expression, scope: Scope): Uses {
  const parts = [...withParts(expression)];
  return {
    keys: parts.flatMap((part) => keysIn(part, scope)),
    names: parts.filter((part) => part.kind === 'name'),
    askings: parts.flatMap((part) => askingOf(part) ?? []),
  };
}
