import { parser as pythonParser } from '@lezer/python';
import type { DriverView } from '../../check/view';
import { parseJavaScript } from '../../driver/javascript/parse';
import { ParsedSources } from '../../driver/syntax/parsedSources';
import { parseSyntax, type Syntax } from '../../text/syntaxTree';

/** A key that the cursor stands in, as far as it is written before the cursor; it may be empty. */
export interface OpenKey {
  /** The string or the name; what stands before it where it is empty. */
  readonly node: Syntax;
  /** Missing where it stands without quotes, as JavaScript has it. */
  readonly quote?: string;
  /** The offset of its first character. */
  readonly start: number;
}

/**
 * What the cursor stands in and may be a key: a plain string, or a name in a JavaScript object or behind a dot. Only the text
 * before the cursor is parsed: a string that is not closed there is the one, and whatever is half-typed behind the cursor
 * cannot disturb what stands around it.
 */
export function openKey({ uri, language, text }: DriverView, offset: number): OpenKey | undefined {
  const before = text.slice(0, offset);
  const source = { uri, language, text: before };
  const { root } =
    language === 'python' ? parseSyntax(pythonParser, before, COMMENTS) : parseJavaScript(source, new ParsedSources());
  const node = lastNode(root);
  if (node.name === 'String') return openString(node, before);
  return language === 'javascript' ? openName(node, before) : undefined;
}

function openString(node: Syntax, before: string): OpenKey | undefined {
  const quote = before.charAt(node.start);
  const isPlain = quote === "'" || quote === '"';
  return node.broken && isPlain ? { node, quote, start: node.start + 1 } : undefined;
}

/** The name of a property that the text ends with, or the place for one. */
function openName(node: Syntax, before: string): OpenKey | undefined {
  if (node.name === 'PropertyDefinition' || node.name === 'PropertyName') return { node, start: node.start };
  const opening = node.name === 'ObjectExpression' ? node.children.findLast(({ isError }) => !isError) : node;
  const isOpening = opening && ['{', ',', '.'].includes(opening.name);
  return isOpening && before.slice(opening.end).trim() === '' ? { node: opening, start: before.length } : undefined;
}

const COMMENTS: ReadonlySet<string> = new Set(['Comment']);

/** The smallest node that the text ends with. */
function lastNode(root: Syntax): Syntax {
  let node = root;
  for (;;) {
    const last = node.children.findLast(({ isError }) => !isError);
    if (!last || last.end < node.end) return node;
    node = last;
  }
}

/** The nearest node around `node` with one of these names. */
export function ancestor(node: Syntax, names: ReadonlySet<string>): Syntax | undefined {
  let at = node.parent;
  while (at && !names.has(at.name)) at = at.parent;
  return at;
}

/** What stands before `node` in its parent, errors aside. */
export function siblingBefore(node: Syntax): Syntax | undefined {
  const siblings = node.parent?.children ?? [];
  return siblings.slice(0, siblings.indexOf(node)).findLast(({ isError }) => !isError);
}
