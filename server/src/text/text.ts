/** A text that its readers ask for stretch by stretch: a string is one, and so is one that is kept in chunks. Counts in UTF-16 code units. */
export interface Text {
  readonly length: number;
  /** What stands from one offset to the next, `0 <= start <= end`; up to the text's end where `end` lies behind it. */
  slice(start: number, end: number): string;
  /** All of it. That may take a copy, which is more than an edit of a long text costs otherwise. */
  toString(): string;
}
