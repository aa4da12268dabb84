import type { Span } from '../../text/span';
import type { OpaqueExpression } from '../expression';
import type { PythonSource } from '../pythonSource';

/** An expression of which only the names are known. */
export function opaqueOf(python: PythonSource, span: Span): OpaqueExpression {
  const names = python.names.filter((name) => span.start <= name.span.start && name.span.end <= span.end);
  return { kind: 'opaque', span, names };
}
