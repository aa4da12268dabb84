import type { Placeholder, PlaceholderContext, Template } from '../template/templateFile';
import type { Span } from '../text/span';
import { indentation } from './indentation';
import { leftOut } from './leftOut';

/** A stretch of a template, by what is written for it. */
export type Piece =
  /** What stands there, as it is. */
  | { readonly kind: 'copied'; readonly source: Span }
  /** Its value. */
  | { readonly kind: 'filled'; readonly source: Span; readonly placeholder: Placeholder }
  /** Nothing, or what keeps apart the pieces that stand around it. `context` is theirs. */
  | { readonly kind: 'left-out'; readonly source: Span; readonly context: PlaceholderContext }
  /** Nothing at all. */
  | { readonly kind: 'dropped'; readonly source: Span };

/** The placeholders of a template that stand in its device. */
export function placeholdersIn({ interfaceSpan, placeholders }: Template): readonly Placeholder[] {
  const { start, end } = interfaceSpan ?? { start: 0, end: 0 };
  return placeholders.filter(({ span }) => start <= span.start && span.end <= end);
}

/** Whether a placeholder goes, with what it leaves empty, where no value fills it. */
export function canBeLeftOut({ optional, context }: Placeholder): boolean {
  return optional === true && context !== 'markup';
}

/**
 * Takes the device of a template whose text has no errors apart, without a gap. `missing` are its optional placeholders that no
 * value fills. Dropped is the indentation that all lines share.
 */
export function piecesOf(text: string, template: Template, missing: ReadonlySet<Placeholder>): readonly Piece[] {
  const span = template.interfaceSpan ?? { start: 0, end: 0 };
  const changes = inOrder([
    ...indentation(text, span).map((source): Piece => ({ kind: 'dropped', source })),
    ...leftOut(text, template, [...missing]).map((source): Piece => ({ kind: 'left-out', source, context: 'text' })),
    ...placeholdersIn(template).map((placeholder): Piece => {
      const { span: source, context } = placeholder;
      return missing.has(placeholder) ? { kind: 'left-out', source, context } : { kind: 'filled', source, placeholder };
    }),
  ]);
  const pieces: Piece[] = [];
  let at = span.start;
  for (const change of changes) {
    const { start, end } = change.source;
    if (start < at) continue;
    pieces.push({ kind: 'copied', source: { start: at, end: start } }, change);
    at = end;
  }
  return [...pieces, { kind: 'copied', source: { start: at, end: span.end } }];
}

/** Of two changes of which one lies in the other, the outer one counts. */
function inOrder(changes: readonly Piece[]): readonly Piece[] {
  return [...changes].sort((a, b) => a.source.start - b.source.start || b.source.end - a.source.end);
}
