/** A part of the report: what was measured, and the figures beside each other. */
export interface Section {
  readonly title: string;
  /** What the figures are, and in which unit. */
  readonly about: string;
  readonly head: readonly string[];
  /** A cell that is not a figure says why there is none. */
  readonly rows: readonly (readonly (string | number)[])[];
}

const cells = (row: readonly string[]): string => `| ${row.join(' | ')} |`;

/** A figure with three digits that count, as people compare them; `–` where there is none. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** How often `value` is the yardstick: `1.52 ×`. */
export function ratio(value: number, yardstick: number): string {
  const times = value / yardstick;
  return Number.isFinite(times) ? `${figure(times)} ×` : '–';
}

/** The section in Markdown. */
export function toMarkdown({ title, about, head, rows }: Section): string {
  const ruler = head.map((_, index) => (index === 0 ? '---' : '--:'));
  const written = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? figure(cell) : cell)));
  return [`## ${title}`, '', about, '', ...[head, ruler, ...written].map(cells), ''].join('\n');
}
