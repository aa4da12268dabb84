import type { Assign, Expression, For, Name, Outside, Plain, Statement, Unknown } from './code';

export const PLAIN: Plain = { kind: 'plain', parts: [] };

export const name = (text: string): Name => ({ kind: 'name', name: text });
export const outside = (path: string): Outside => ({ kind: 'outside', path });
export const plain = (...parts: Expression[]): Plain => ({ kind: 'plain', parts });
export const unknown = (...parts: Expression[]): Unknown => ({ kind: 'unknown', parts });
export const assign = (target: Expression, value: Expression): Assign => ({ kind: 'assign', target, value });
export const run = (value: Expression): Statement => ({ kind: 'do', value });
export const branch = (...choices: (readonly Statement[])[]): Statement => ({ kind: 'branch', choices });
export const each = (target: Expression, source: Expression): For['step'] => ({
  kind: 'assign',
  target,
  value: { kind: 'element', source },
});
export const maybe = (body: readonly Statement[]): Statement => ({ kind: 'maybe', body });
