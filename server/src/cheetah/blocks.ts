import type { Expression, NameExpression } from './expression';
import type { Branch, ConditionNode, Directive, LoopNode, Node } from './syntax';

/** The nodes of a file, a branch or a loop while they are gathered. */
export class Body {
  nodes: Node[] = [];
  /** Whether Python has a statement here: a comment is none. */
  hasCode = false;
  /** The condition that the body ends with, which a short `#else: …` can go on with, and which of the nodes it is. */
  chain: { readonly block: ConditionBlock; readonly index: number } | undefined;
  /** Whether Python takes an `else` behind the last statement that is none of a condition: that of a loop, or of the code for a placeholder. */
  takesElse = false;

  add(node: Node): void {
    this.nodes.push(node);
  }

  /** Notes that Python has a statement here. */
  addCode(): void {
    this.hasCode = true;
    this.chain = undefined;
    this.takesElse = false;
  }

  /** The nodes, without texts of which directives took all away. */
  finished(): readonly Node[] {
    return this.nodes.filter((node) => node.kind !== 'text' || node.text !== '');
  }
}

/** One branch while it is gathered. */
export interface OpenBranch {
  readonly kind: 'if' | 'else if' | 'else';
  readonly directive: Directive;
  readonly condition?: Expression;
  readonly negated?: true;
  readonly body: Body;
}

interface BlockBase {
  readonly directive: Directive;
  /** What stands behind its `#end`. */
  readonly name: string;
  /** Of a short form, where it ends. */
  limit: number | undefined;
}

export interface ConditionBlock extends BlockBase {
  readonly kind: 'condition';
  readonly branches: OpenBranch[];
}

export interface LoopBlock extends BlockBase {
  readonly kind: 'loop';
  readonly variables: readonly NameExpression[];
  readonly items: Expression;
  readonly body: Body;
}

/** A directive that is not understood: its content belongs to what is around it. */
export interface OpaqueBlock extends BlockBase {
  readonly kind: 'opaque';
}

export type Block = ConditionBlock | LoopBlock | OpaqueBlock;

/** The node of a condition that ends at `end`. */
function conditionNode({ branches, directive }: ConditionBlock, end: number, endDirective?: Directive): ConditionNode {
  const { start } = directive.span;
  const finished = branches.map((branch, index): Branch => {
    const to = branches[index + 1]?.directive.span.start ?? endDirective?.span.start ?? end;
    const { condition, negated } = branch;
    return {
      directive: branch.directive,
      ...(condition && { condition }),
      ...(negated && { negated }),
      span: { start: branch.directive.span.start, end: to },
      body: branch.body.finished(),
    };
  });
  return { kind: 'condition', span: { start, end }, branches: finished, ...(endDirective && { end: endDirective }) };
}

/** The node of a loop that ends at `end`. */
function loopNode({ directive, variables, items, body }: LoopBlock, end: number, endDirective?: Directive): LoopNode {
  const span = { start: directive.span.start, end };
  return {
    kind: 'loop',
    span,
    directive,
    variables,
    items,
    body: body.finished(),
    ...(endDirective && { end: endDirective }),
  };
}

/** The blocks that are open, one in the other. */
export class Blocks {
  readonly file = new Body();
  readonly #open: Block[] = [];

  get innermost(): Block | undefined {
    return this.#open.at(-1);
  }

  /** Where the innermost short form ends. */
  get limit(): number | undefined {
    return this.#open.findLast(({ limit }) => limit !== undefined)?.limit;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** From the innermost to the outermost. */
  get fromInside(): readonly Block[] {
    return this.#open.toReversed();
  }

  /** Where what is read now goes. */
  get body(): Body {
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const block = this.#open[index];
      const body = block && bodyOf(block);
      if (body) return body;
    }
    return this.file;
  }

  open(block: Block): void {
    this.#open.push(block);
  }

  /** Closes the innermost block, whose text ends at `end`. */
  close(end: number, endDirective?: Directive): Block | undefined {
    const block = this.#open.pop();
    const { body } = this;
    if (block?.kind === 'condition') {
      body.addCode();
      body.chain = { block, index: body.nodes.length };
      body.add(conditionNode(block, end, endDirective));
    } else if (block?.kind === 'loop') {
      body.addCode();
      body.takesElse = true;
      body.add(loopNode(block, end, endDirective));
    }
    return block;
  }

  /** Opens a condition again that was closed last; comments behind it become a part of its last branch. */
  reopen(chain: { readonly block: ConditionBlock; readonly index: number }): ConditionBlock {
    const { body } = this;
    const comments = body.nodes.slice(chain.index + 1);
    body.nodes.length = chain.index;
    body.chain = undefined;
    for (const comment of comments) chain.block.branches.at(-1)?.body.add(comment);
    this.#open.push(chain.block);
    return chain.block;
  }
}

function bodyOf(block: Block): Body | undefined {
  if (block.kind === 'condition') return block.branches.at(-1)?.body;
  return block.kind === 'loop' ? block.body : undefined;
}
