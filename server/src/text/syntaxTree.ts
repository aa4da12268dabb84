import { type Parser, type Tree, TreeFragment } from '@lezer/common';
import { commonEnds } from './commonEnds';
import type { Span } from './span';

/** What lies deeper is not told apart: reading the tree must not overflow the stack. */
const MAX_DEPTH = 250;
/** After how many steps of mending errors the rest of a text is left unread: each is slow, and a text that needs more is no source. */
const MAX_MENDING = 5000;

/** A node of a syntax tree, named as in the grammar. The offsets are UTF-16 code units of the text. */
export class Syntax implements Span {
  readonly children: Syntax[] = [];
  /** Whether the source in it is not understood whole. */
  broken: boolean;

  constructor(
    readonly name: string,
    readonly start: number,
    readonly end: number,
    readonly parent: Syntax | undefined,
    readonly isError = false,
  ) {
    this.broken = isError;
    if (isError) parent?.spoil();
  }

  child(...names: readonly string[]): Syntax | undefined {
    return this.children.find(({ name }) => names.includes(name));
  }

  has(name: string): boolean {
    return this.child(name) !== undefined;
  }

  /** Notes that the source in this node, and in all around it, is not understood whole. */
  spoil(): void {
    if (this.broken) return;
    this.broken = true;
    this.parent?.spoil();
  }
}

/** A text with the parser's own tree of it, from which the next text is parsed faster after an edit. */
export interface ParsedText {
  readonly text: string;
  readonly tree: Tree;
}

export interface SyntaxTree {
  readonly root: Syntax;
  /** The first place at which the text does not follow the grammar. */
  readonly firstError?: Syntax;
  /** Missing for a text that nests too deeply. */
  readonly parsed?: ParsedText;
}

/**
 * Parses a text. `comments` are the names of nodes to leave out. Every text parses, in time linear in its length; faster with
 * `earlier`, what the same parser made of the text before an edit. It makes no difference to what comes out.
 */
export function parseSyntax(
  parser: Parser,
  text: string,
  comments: ReadonlySet<string>,
  earlier?: ParsedText,
): SyntaxTree {
  const kept = earlier && builtOf(parseBounded(parser, text, fragmentsOf(earlier, text)), text, comments);
  // How the parser mends an error hangs on where it started, so that only a text without errors is sure to have the same tree.
  if (kept && !kept.firstError) return kept;
  const built = builtOf(parseBounded(parser, text), text, comments);
  if (built) return built;
  const root = new Syntax('', 0, text.length, undefined);
  const firstError = new Syntax('⚠', 0, text.length, root, true);
  return { root, firstError };
}

function builtOf(tree: Tree | undefined, text: string, comments: ReadonlySet<string>): SyntaxTree | undefined {
  return tree && { ...new TreeBuilder(comments).build(tree, text.length), parsed: { text, tree } };
}

/** What of the tree of an earlier text the tree of the next one may have as well. */
function fragmentsOf({ text: before, tree }: ParsedText, after: string): readonly TreeFragment[] {
  const { prefix, suffix } = commonEnds(before, after);
  const change = { fromA: prefix, toA: before.length - suffix, fromB: prefix, toB: after.length - suffix };
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}

/** Nothing for a text that nests so deeply that the parser overflows the stack. */
function parseBounded(parser: Parser, text: string, fragments?: readonly TreeFragment[]): Tree | undefined {
  try {
    const parse = parser.startParse(text, fragments);
    let mending = 0;
    for (;;) {
      const tree = parse.advance();
      if (tree) return tree;
      // The parser tells this only so; without it, a long text that is no source at all is merely slow.
      if ('recovering' in parse && parse.recovering !== 0 && ++mending === MAX_MENDING) parse.stopAt(parse.parsedPos);
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

class TreeBuilder {
  private depth = 0;
  private firstError: Syntax | undefined;

  constructor(private readonly comments: ReadonlySet<string>) {}

  build(tree: Tree, length: number): SyntaxTree {
    const root = new Syntax('', 0, length, undefined);
    let at = root;
    tree.cursor().iterate(
      ({ name, from, to, type }) => {
        if (this.comments.has(name)) return false;
        this.depth++;
        const node = new Syntax(name, from, to, at, type.isError);
        if (type.isError) this.firstError ??= node;
        if (this.depth > MAX_DEPTH) at.spoil();
        // Of what lies too deep, only the variables are kept.
        if (this.depth <= MAX_DEPTH || name === 'VariableName') at.children.push(node);
        if (this.depth <= MAX_DEPTH) at = node;
        return true;
      },
      () => {
        if (this.depth-- <= MAX_DEPTH) at = at.parent ?? root;
      },
    );
    const script = root.children[0] ?? root;
    if (tree.length < length) {
      // The text goes on, but is not read.
      const rest = new Syntax('⚠', tree.length, length, script, true);
      this.firstError ??= rest;
      script.children.push(rest);
    }
    return { root: script, ...(this.firstError && { firstError: this.firstError }) };
  }
}
