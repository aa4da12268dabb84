import type { Span } from '../text/span';

/** What a literal stands for: Python's own kinds, an `int` as a bigint and a `float` as a number. */
export type LiteralValue = null | boolean | bigint | number | string;

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**';

/** `$name`, or in an expression the bare `name`, which Python looks up among locals and builtins alone. */
export interface NameExpression {
  readonly kind: 'name';
  readonly span: Span;
  readonly name: string;
  /** The name without its `$`. */
  readonly nameSpan: Span;
  /** Whether `$` stands in front: Cheetah looks such a name up in the search list too. Inside `${…}` the first name has it as well. */
  readonly searched: boolean;
}

/** `object.name`. Behind a searched name Cheetah takes a dictionary's key, else Python's attribute. */
export interface MemberExpression {
  readonly kind: 'member';
  readonly span: Span;
  readonly object: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}

/** `object[index]`. */
export interface SubscriptExpression {
  readonly kind: 'subscript';
  readonly span: Span;
  readonly object: Expression;
  readonly index: Expression;
}

/** `callee(arguments)`, with positional arguments alone. */
export interface CallExpression {
  readonly kind: 'call';
  readonly span: Span;
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
}

/** A number, a string, `True`, `False` or `None`. */
export interface LiteralExpression {
  readonly kind: 'literal';
  readonly span: Span;
  readonly value: LiteralValue;
  /** Of a string of one piece without escapes: what stands between the quotes. */
  readonly innerSpan?: Span;
}

/** A list or a tuple. */
export interface SequenceExpression {
  readonly kind: 'list' | 'tuple';
  readonly span: Span;
  readonly items: readonly Expression[];
}

export interface DictionaryExpression {
  readonly kind: 'dictionary';
  readonly span: Span;
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

export interface NotExpression {
  readonly kind: 'not';
  readonly span: Span;
  readonly operand: Expression;
}

/** `operands` joined by `and` or by `or`: two or more. */
export interface BooleanExpression {
  readonly kind: 'and' | 'or';
  readonly span: Span;
  readonly operands: readonly Expression[];
}

/** `first < second <= third`: Python's chain, each operand evaluated once. */
export interface ComparisonExpression {
  readonly kind: 'comparison';
  readonly span: Span;
  readonly first: Expression;
  readonly rest: readonly { readonly operator: ComparisonOperator; readonly operand: Expression }[];
}

export interface ArithmeticExpression {
  readonly kind: 'arithmetic';
  readonly span: Span;
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `-operand` or `+operand`. */
export interface SignExpression {
  readonly kind: 'sign';
  readonly span: Span;
  readonly operator: '-' | '+';
  readonly operand: Expression;
}

/** `value if condition else other`. */
export interface ConditionalExpression {
  readonly kind: 'conditional';
  readonly span: Span;
  readonly condition: Expression;
  readonly value: Expression;
  readonly other: Expression;
}

/** What is no expression, or one that is not understood: a problem of the file says which. `names` are those that stand in it. */
export interface OpaqueExpression {
  readonly kind: 'opaque';
  readonly span: Span;
  readonly names: readonly NameExpression[];
}

/** An expression of a placeholder or a directive, by its Python meaning. Every span counts from the start of the file. */
export type Expression =
  | NameExpression
  | MemberExpression
  | SubscriptExpression
  | CallExpression
  | LiteralExpression
  | SequenceExpression
  | DictionaryExpression
  | NotExpression
  | BooleanExpression
  | ComparisonExpression
  | ArithmeticExpression
  | SignExpression
  | ConditionalExpression
  | OpaqueExpression;
