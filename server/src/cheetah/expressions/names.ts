import type { Syntax } from '../../text/syntaxTree';
import type { Expression } from '../expression';
import { MARK } from '../pythonSource';
import { PYTHON_KEYWORDS } from '../pythonTokens';
import type { Reader } from './reader';

/** What of Python's names is not understood. */
export const OTHER_LETTERS = 'Names with other letters than A to Z';

/** Whether a name is one for Cheetah, too. */
export function isName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text);
}

/** `name`, with the mark of a name of the search list or without */
export function nameOf(reader: Reader, node: Syntax): Expression {
  const text = reader.text(node);
  const span = reader.span(node);
  const searched = text.startsWith(MARK);
  const name = searched ? text.slice(1) : text;
  if (!searched && PYTHON_KEYWORDS.has(name)) return reader.invalid(node, `${name} is a word of Python, and no name.`);
  if (!isName(name)) return reader.unsupported(node, OTHER_LETTERS);
  return { kind: 'name', span, name, nameSpan: { start: span.end - name.length, end: span.end }, searched };
}
