import type { Parser } from '@lezer/common';
import { parseSyntax, type ParsedText, type SyntaxTree } from '../../text/syntaxTree';

/** The sources of modules as they were last parsed, by their URIs. After an edit, only what it touches is parsed again. */
export class ParsedSources {
  readonly #kept = new Map<string, ParsedText>();

  /** Parses the source of the module at `uri`. `comments` are the names of nodes to leave out. */
  parse(uri: string, parser: Parser, text: string, comments: ReadonlySet<string>): SyntaxTree {
    const tree = parseSyntax(parser, text, comments, this.#kept.get(uri));
    if (tree.parsed) this.#kept.set(uri, tree.parsed);
    return tree;
  }
}
