import type { Fix } from '../../problems';
import type { Span } from '../../text/span';

/** Fixes that put one of `names` at `span` of the file `uri`, the first one preferred. */
export function renamings(span: Span, names: readonly string[], uri: string): readonly Fix[] {
  return names.map((name, index) => ({
    title: `Rename to ${name}`,
    changes: [{ uri, span, newText: name }],
    preferred: index === 0,
  }));
}
