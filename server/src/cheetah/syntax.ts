import type { Problem } from '../problems';
import type { Span } from '../text/span';
import type { Expression, NameExpression } from './expression';

/** Text that goes into the output. White space and line ends that a directive takes with it belong to no node. */
export interface TextNode {
  readonly kind: 'text';
  readonly span: Span;
  /** What is put out: what is written, but for the backslashes of `\$` and `\#`. */
  readonly text: string;
}

/** `$a`, `${a.b}`, `$(a)`, `$[a]`: puts out the text of a value. */
export interface PlaceholderNode {
  readonly kind: 'placeholder';
  readonly span: Span;
  readonly expression: Expression;
  /** Whether the expression stands in brackets of any kind. */
  readonly enclosed: boolean;
}

/** `## …` up to the line's end, or `#* … *#`. */
export interface CommentNode {
  readonly kind: 'comment';
  readonly span: Span;
}

/** One directive, from `#` to its end: before the line end, or with the `#` that ends it within a line. */
export interface Directive {
  readonly span: Span;
  /** `if`, `else if`, `end for`, … as it is written. */
  readonly nameSpan: Span;
}

/** `#raw` … `#end raw`: text in which nothing has a meaning. */
export interface RawNode {
  readonly kind: 'raw';
  readonly span: Span;
  readonly opening: Directive;
  /** What is put out. */
  readonly content: TextNode;
  /** Missing in the short form `#raw: …`, and where it is missing in the text. */
  readonly end?: Directive;
}

/** One branch of a condition. */
export interface Branch {
  readonly directive: Directive;
  /** Missing for `#else`. Of `#unless`, the expression as it is written. */
  readonly condition?: Expression;
  /** Whether the branch is taken where the condition does not hold: `#unless`. */
  readonly negated?: true;
  /** From the start of the directive to the start of the next branch's or the end's. */
  readonly span: Span;
  readonly body: readonly Node[];
}

/** `#if` … `#else if` … `#else` … `#end if`, or `#unless` … `#end unless`. */
export interface ConditionNode {
  readonly kind: 'condition';
  /** With the end, or as far as it reaches where that is missing. */
  readonly span: Span;
  /** One at least. An `#else` is the last one; what comes behind it is a problem, and its branches are here too. */
  readonly branches: readonly Branch[];
  /** Missing in the short form `#if …: …`, and where it is missing in the text. */
  readonly end?: Directive;
}

/** `#if condition then value else other`: puts out one of the two. */
export interface TernaryNode {
  readonly kind: 'ternary';
  readonly span: Span;
  readonly directive: Directive;
  readonly condition: Expression;
  readonly value: Expression;
  readonly other: Expression;
}

/** `#for $nic in $nics` … `#end for`. */
export interface LoopNode {
  readonly kind: 'loop';
  readonly span: Span;
  readonly directive: Directive;
  /** More than one where each item is taken apart. None in a loop that is not understood. */
  readonly variables: readonly NameExpression[];
  readonly items: Expression;
  readonly body: readonly Node[];
  readonly end?: Directive;
}

/** `#set $name = value`, `#set $name += value`, `#set global $name = value`. */
export interface SetNode {
  readonly kind: 'set';
  readonly span: Span;
  readonly directive: Directive;
  readonly name: NameExpression;
  /** `=`, `+=`, … */
  readonly operator: string;
  readonly value: Expression;
  readonly isGlobal: boolean;
}

/** `#echo value`: puts out the text of a value. */
export interface EchoNode {
  readonly kind: 'echo';
  readonly span: Span;
  readonly directive: Directive;
  readonly value: Expression;
}

/** `#slurp`, `#pass`, `#break`, `#continue`, `#stop`. */
export interface PlainDirectiveNode {
  readonly kind: 'slurp' | 'pass' | 'break' | 'continue' | 'stop';
  readonly span: Span;
  readonly directive: Directive;
}

/** A directive that is not understood (`#import`, `#def`, …), or one that is broken. The problem that says so stands in the file's. What lies between it and its `#end` is parsed as if it stood there alone. */
export interface OpaqueNode {
  readonly kind: 'opaque';
  readonly span: Span;
  readonly directive: Directive;
}

export type Node =
  | TextNode
  | PlaceholderNode
  | CommentNode
  | RawNode
  | ConditionNode
  | TernaryNode
  | LoopNode
  | SetNode
  | EchoNode
  | PlainDirectiveNode
  | OpaqueNode;

/** A parsed Cheetah file. Every text parses; what is wrong with it stands in `problems`. */
export interface CheetahFile {
  /** In the order of the text; none overlaps another. */
  readonly nodes: readonly Node[];
  /** Faults of the Cheetah syntax, and what is not understood, in the order of the text. Each fault that stops Cheetah, and each construct that rendering refuses, is an error here. */
  readonly problems: readonly Problem[];
}
