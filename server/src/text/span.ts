/** A half-open stretch of a text: offsets in UTF-16 code units from the text's start, `0 <= start <= end <= text.length`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of one document. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}

/** One change of one document: what stands at `span` becomes `newText`. */
export interface TextChange extends Place {
  readonly newText: string;
}

/** Whether `offset` lies in `span` or touches either end of it, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether two spans share a code unit or touch. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The span as far behind where it is as `by` says; a negative number moves it to the front. */
export function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
