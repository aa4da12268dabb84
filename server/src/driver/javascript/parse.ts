import { parser as grammar } from '@lezer/javascript';
import { parseSyntax, type Syntax, type SyntaxTree } from '../../text/syntaxTree';
import type { DriverSource } from '../declaration';
import type { ParsedSources } from '../syntax/parsedSources';

/** It keeps of a text that is edited as short stretches as that of Python. */
const parser = grammar.configure({ bufferLength: 32 });
const COMMENTS: ReadonlySet<string> = new Set(['LineComment', 'BlockComment']);

/** A syntax tree, and the source that it stands for: `text` with small changes, each character in its place. */
export interface ParsedSource extends SyntaxTree {
  readonly source: string;
}

/** Parses the source of a module, with the help of what `sources` keep of it. Every text parses. */
export function parseJavaScript({ uri, text }: DriverSource, sources: ParsedSources): ParsedSource {
  const source = withLineFeeds(text);
  const tree = sources.parse(uri, parser, source, COMMENTS);
  const nameless = namelessDefault(tree.root);
  if (!nameless) return { ...tree, source };
  const assigning = asAssignment(source, nameless);
  return { ...parseSyntax(parser, assigning, COMMENTS), source: assigning };
}

/** A lone `\r` ends a line too; in the grammar it does not end a comment. */
function withLineFeeds(text: string): string {
  const lines = text.includes('\r') ? text.split('\r\n') : [text];
  return lines.map((line) => line.replaceAll('\r', '\n')).join('\r\n');
}

/** `export default class {…}`: the grammar asks for a name there. */
function namelessDefault({ children }: Syntax): Syntax | undefined {
  return children.find((node) => {
    const declared = node.child('ClassDeclaration');
    const [keyword, name] = declared?.children ?? [];
    const isNamed = name?.name === 'VariableDefinition' && !name.broken;
    return node.name === 'ExportDeclaration' && node.has('default') && keyword?.name === 'class' && !isNamed;
  });
}

/** It does not ask for one in an expression. */
function asAssignment(source: string, { start, children }: Syntax): string {
  const keyword = children.find(({ name }) => name === 'ClassDeclaration')?.start ?? start;
  const assignment = 'module.exports='.padEnd(keyword - start);
  return source.slice(0, start) + assignment + source.slice(start + assignment.length);
}
