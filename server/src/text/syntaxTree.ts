import { type ChangedRange, type Parser, type Tree, TreeFragment } from '@lezer/common';
import { commonEnds } from './commonEnds';
import type { Span } from './span';
import { isWithinString } from './withinString';

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
  /** Whether the text follows the grammar. */
  readonly isSound: boolean;
}

export interface SyntaxTree {
  readonly root: Syntax;
  /** The first place at which the text does not follow the grammar. */
  readonly firstError?: Syntax;
  /** This text or an earlier one, as it was parsed; missing for a text that nests too deeply. */
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
  const change = earlier && changeBetween(earlier.text, text);
  if (change && (earlier.text === text || isWithinString(earlier, text, change)))
    return builtAfter(earlier, text, change, comments);
  const kept = change && builtOf(parseBounded(parser, text, fragmentsOf(earlier, change)), text, comments);
  // How the parser mends an error hangs on where it started, so that only a text without errors is sure to have the same tree.
  if (kept && !kept.firstError) return kept;
  const built = builtOf(parseBounded(parser, text), text, comments);
  if (built) return built;
  const root = new Syntax('', 0, text.length, undefined);
  const firstError = new Syntax('⚠', 0, text.length, root, true);
  return { root, firstError };
}

function builtOf(tree: Tree | undefined, text: string, comments: ReadonlySet<string>): SyntaxTree | undefined {
  if (!tree) return undefined;
  const built = new TreeBuilder(comments, (at) => at).build(tree, text.length);
  return { ...built, parsed: { text, tree, isSound: !built.firstError } };
}

/** The same of a text whose change lies between two neighbouring ends of nodes: all nodes are the same, those behind it further on. */
function builtAfter(
  earlier: ParsedText,
  text: string,
  { fromA, toA, toB }: ChangedRange,
  comments: ReadonlySet<string>,
): SyntaxTree {
  const builder = new TreeBuilder(comments, (at) => (at > fromA ? at + toB - toA : at));
  return { ...builder.build(earlier.tree, text.length), parsed: earlier };
}

/** What of one text stands in place of what of another. */
function changeBetween(before: string, after: string): ChangedRange {
  const { prefix, suffix } = commonEnds(before, after);
  return { fromA: prefix, toA: before.length - suffix, fromB: prefix, toB: after.length - suffix };
}

/** What of the tree of an earlier text the tree of the next one may have as well. */
function fragmentsOf({ tree }: ParsedText, change: ChangedRange): readonly TreeFragment[] {
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

  /** `place` tells where an offset of the tree lies in the text. */
  constructor(
    private readonly comments: ReadonlySet<string>,
    private readonly place: (offset: number) => number,
  ) {}

  build(tree: Tree, length: number): SyntaxTree {
    const root = new Syntax('', 0, length, undefined);
    let at = root;
    tree.cursor().iterate(
      ({ name, from, to, type }) => {
        if (this.comments.has(name)) return false;
        this.depth++;
        const node = new Syntax(name, this.place(from), this.place(to), at, type.isError);
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
    const end = this.place(tree.length);
    if (end < length) {
      // The text goes on, but is not read.
      const rest = new Syntax('⚠', end, length, script, true);
      this.firstError ??= rest;
      script.children.push(rest);
    }
    return { root: script, ...(this.firstError && { firstError: this.firstError }) };
  }
}
