import type { PythonValue } from '../pythonValue';
import type { Span } from '../text/span';
import type { Branch, EchoNode, LoopNode, PlaceholderNode, TernaryNode } from './syntax';

/** Where the value of a placeholder stands in the output. */
export interface RenderedValue {
  readonly node: PlaceholderNode | EchoNode | TernaryNode;
  readonly output: Span;
  readonly value: PythonValue;
}

/** A placeholder whose name is found nowhere: it stands in the output as it was written. */
export interface MissingValue {
  readonly node: PlaceholderNode;
  /** What is found nowhere, such as `nic.bridge_name`'s `bridge_name`. */
  readonly message: string;
  readonly output: Span;
}

/** Where text of the file stands in the output. */
export interface RenderedText {
  readonly source: Span;
  readonly output: Span;
}

/** What a branch put out that was taken. */
export interface RenderedBranch {
  readonly branch: Branch;
  readonly output: Span;
}

/** What one turn of a loop put out. */
export interface RenderedTurn {
  readonly loop: LoopNode;
  /** From 0. */
  readonly index: number;
  readonly item: PythonValue;
  readonly output: Span;
}

/** A rendered Cheetah file. Spans count UTF-16 code units of `output`, and stand in the order of their starts, outer before inner. */
export interface RenderedCheetah {
  readonly output: string;
  /** Once for each time that a text was put out. */
  readonly texts: readonly RenderedText[];
  /** Once for each time that a value was put out; more than once in a loop. */
  readonly placeholders: readonly RenderedValue[];
  /** Cheetah itself stops at the first of these, with NotFound. */
  readonly notFound: readonly MissingValue[];
  readonly branches: readonly RenderedBranch[];
  readonly turns: readonly RenderedTurn[];
}

/** Why there is no rendering: one sentence, and the place in the template that it speaks of. */
export interface RefusedCheetah {
  readonly kind: 'refused';
  readonly message: string;
  readonly span: Span;
  /** The name that nothing provides, where that is why. */
  readonly missing?: string;
}

/** A rendering, or why there is none. */
export type CheetahOutcome = { readonly kind: 'rendered'; readonly rendering: RenderedCheetah } | RefusedCheetah;
