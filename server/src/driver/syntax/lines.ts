/** The lines of a text. A line ends with `\n`, `\r` or both. */
export class Lines {
  /** How the text breaks its lines. */
  readonly lineBreak: string;
  private readonly starts: number[] = [0];
  private readonly ends: number[] = [];

  constructor(readonly text: string) {
    for (let at = 0; at < text.length; at++) {
      const lineBreak = lineBreakAt(text, at);
      if (lineBreak === '') continue;
      this.ends.push(at);
      at += lineBreak.length - 1;
      this.starts.push(at + 1);
    }
    this.ends.push(text.length);
    this.lineBreak = lineBreakAt(text, this.ends[0] ?? 0) || '\n';
  }

  /** Where the line starts that `offset` stands in. */
  startOf(offset: number): number {
    return this.starts[this.lineOf(offset)] ?? 0;
  }

  /** Where the line ends that `offset` stands in, before its line break. */
  endOf(offset: number): number {
    return this.ends[this.lineOf(offset)] ?? this.text.length;
  }

  /** The blanks that the line of `offset` starts with, up to there. */
  indentationOf(offset: number): string {
    const start = this.startOf(offset);
    let end = start;
    while (end < offset && ' \t\f'.includes(this.text.charAt(end))) end++;
    return this.text.slice(start, end);
  }

  /** Whether the line after that of `offset` is empty, or there is none. */
  isBlankBelow(offset: number): boolean {
    const below = this.lineOf(offset) + 1;
    return this.text.slice(this.starts[below] ?? this.text.length, this.ends[below]).trim() === '';
  }

  /** Whether nothing but blanks stands in front of `offset` in its line. */
  isFirst(offset: number): boolean {
    return this.startOf(offset) + this.indentationOf(offset).length === offset;
  }

  /** The number of the line that `offset` stands in, from 0 on. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function lineBreakAt(text: string, at: number): string {
  if (text.startsWith('\r\n', at)) return '\r\n';
  const character = text.charAt(at);
  return character === '\n' || character === '\r' ? character : '';
}
