import { element } from './markup';
import type { Mark } from './origins';

/** The shape of each mark, around the middle of a square of 8: nobody has to tell colours apart. */
const SHAPES: Readonly<Record<Mark, string>> = {
  driver: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z',
  compute: 'M-3-3h6v6h-6z',
  request: 'M0-4.2L4.2 0 0 4.2-4.2 0z',
  template: 'M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z',
  unfilled: 'M0-3.8L4 3.2h-8z',
  missing: 'M-3-3l6 6M3-3l-6 6',
};

/** A mark whose left edge is at `x`, and whose middle is at `y`. */
export function drawMark(mark: Mark, x: number, y: number): string {
  return element('path', { class: `mark ${mark}`, transform: `translate(${x + 4} ${y})`, d: SHAPES[mark] });
}
