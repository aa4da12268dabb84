import type { Lines } from './lines';
import type { Syntax } from '../../text/syntaxTree';

/**
 * Whether a statement of the top level may lack a part of it: it has an error in it, what follows was not understood, or
 * what follows is indented as if it were a part of it.
 */
export function isCutShort(lines: Lines, statements: readonly Syntax[], index: number): boolean {
  const statement = statements[index];
  const next = statements[index + 1];
  if (!statement || !next) return statement?.broken === true;
  const isDeeper = lines.indentationOf(next.start).length > lines.indentationOf(statement.start).length;
  return statement.broken || next.isError || (isDeeper && lines.isFirst(next.start));
}
