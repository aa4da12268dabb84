import { LABEL_COLUMN, LEGEND_LINE, MARK_WIDTH } from './look';
import { drawMark } from './marks';
import { element, text } from './markup';
import { MARKS, type Mark } from './origins';

const ITEM_GAP = 20;

/** The legend of those marks, in as many lines as its width asks for; empty where there are none. */
export function drawLegend(marks: readonly Mark[], width: number): { readonly svg: string; readonly height: number } {
  let x = 0;
  let line = 0;
  const items = marks.map((mark) => {
    const words = MARKS[mark];
    const itemWidth = MARK_WIDTH + words.length * LABEL_COLUMN;
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      line += 1;
    }
    const y = line * LEGEND_LINE + 10;
    const label = element('text', { class: 'label', x: x + MARK_WIDTH, y: y + 4 }, text(words));
    const item = drawMark(mark, x, y) + label;
    x += itemWidth + ITEM_GAP;
    return item;
  });
  const svg = element('g', { class: 'legend', role: 'group', 'aria-label': 'Legend' }, ...items);
  return marks.length > 0 ? { svg, height: (line + 1) * LEGEND_LINE } : { svg: '', height: 0 };
}
