import type { Fact, Part } from '../topology';
import { textOf, type Run } from '../tracedValue';
import { BOX_HEAD, BOX_PADDING, HEADLINE, HEADLINE_COLUMN, LABEL_COLUMN, LINE, MARK_WIDTH, VALUE_COLUMN } from './look';
import { columns, shortenRuns } from './shortenRuns';

/** As wide, in characters, is the room for labels at least: values of neighbouring boxes stand alike. */
const SHORTEST_LABEL = 6;
const LABEL_GAP = 10;

/** A fact in its box. `y` counts from the top of the box. */
export interface Row {
  readonly fact: Fact;
  readonly y: number;
  readonly height: number;
  /** The headline shows its value alone, in larger letters. */
  readonly isHeadline: boolean;
  /** Where the value begins, counted from the left of the box, and on which line of the row. */
  readonly valueX: number;
  readonly valueLine: 0 | 1;
  /** The value as it is shown; none where it is missing. */
  readonly shown: readonly Run[];
}

/** The facts of a part in a box of that width: the first as a headline, each other behind its label, or below it where it is long. */
export function rowsOf({ facts }: Part, width: number): readonly Row[] {
  const [first, ...rest] = facts;
  if (!first) return [];
  const inner = width - 2 * BOX_PADDING;
  const labels = Math.max(0, ...rest.filter((fact) => fits(fact, inner - labelWidth(fact))).map(labelWidth));
  const rows: Row[] = [headline(first, inner)];
  let y = BOX_HEAD + HEADLINE;
  for (const fact of rest) {
    const row = rowOf(fact, y, labels, inner);
    rows.push(row);
    y += row.height;
  }
  return rows;
}

function labelWidth({ label }: Fact): number {
  return Math.max(label.length, SHORTEST_LABEL) * LABEL_COLUMN + LABEL_GAP;
}

/** How many columns a value can have beside its mark in so much room. */
function columnsIn(room: number): number {
  return Math.floor((room - MARK_WIDTH) / VALUE_COLUMN);
}

function fits({ value }: Fact, room: number): boolean {
  return value === undefined || columns(textOf(value)) <= columnsIn(room);
}

function headline(fact: Fact, inner: number): Row {
  const most = Math.floor((inner - MARK_WIDTH) / HEADLINE_COLUMN);
  const shown = shortenRuns(fact.value ?? [], most);
  return { fact, y: BOX_HEAD, height: HEADLINE, isHeadline: true, valueX: BOX_PADDING, valueLine: 0, shown };
}

function rowOf(fact: Fact, y: number, labels: number, inner: number): Row {
  const isLong = !fits(fact, inner - Math.max(labels, labelWidth(fact)));
  const shown = shortenRuns(fact.value ?? [], columnsIn(isLong ? inner : inner - labels));
  const valueX = BOX_PADDING + (isLong ? 0 : labels);
  return { fact, y, height: isLong ? 2 * LINE : LINE, isHeadline: false, valueX, valueLine: isLong ? 1 : 0, shown };
}

/** How high the box of those rows is. */
export function boxHeight(rows: readonly Row[]): number {
  const last = rows.at(-1);
  const end = last ? last.y + last.height : BOX_HEAD;
  return end + (rows.length > 1 ? BOX_PADDING - 2 : BOX_PADDING / 2);
}
