import type { Topology } from '../topology';
import { describeTopology } from './describe';
import { drawBox, type LinkTo } from './drawBox';
import { layOut, type PlacedBox, type PlacedPath } from './layout';
import { drawLegend } from './legend';
import { BOX_HEAD, HEADING, LOOKS, MARGIN, PATH_GAP, PATH_HEAD, type Direction } from './look';
import { element, text } from './markup';
import { marksOf } from './origins';

/** What stands above a picture. */
export interface Caption {
  readonly title: string;
  readonly subtitle: string;
}

export interface Picture {
  readonly direction: Direction;
  readonly caption: Caption;
  readonly linkTo: LinkTo;
}

const NOTHING = 'There is no <interface> and no <hostdev> in what was rendered.';
const EMPTY_WIDTH = 420;

/** Draws a topology: gives the `<svg>`, which `STYLE` belongs to, with no script and nothing from outside. */
export function drawTopology(topology: Topology, { direction, caption, linkTo }: Picture): string {
  const paths = topology.paths.map((path) => layOut(path, LOOKS[direction]));
  const inner = Math.max(EMPTY_WIDTH, ...paths.map(({ width }) => width));
  let y = MARGIN + HEADING;
  const drawn: string[] = [];
  for (const [index, path] of paths.entries()) {
    if (paths.length > 1) y += PATH_HEAD;
    const name = `Interface ${index + 1} of ${paths.length}`;
    drawn.push(
      element(
        'g',
        { transform: `translate(${MARGIN} ${y})`, role: 'group', 'aria-label': name },
        drawPath(path, paths.length > 1 ? name : undefined, linkTo),
      ),
    );
    y += path.height + PATH_GAP;
  }
  if (paths.length === 0) {
    drawn.push(element('text', { class: 'subtitle', x: MARGIN, y: y + 6 }, text(NOTHING)));
    y += PATH_GAP;
  }
  const legend = drawLegend(marksOf(topology), inner);
  drawn.push(element('g', { transform: `translate(${MARGIN} ${y - 6})` }, legend.svg));
  return frame(
    { width: inner + 2 * MARGIN, height: y + legend.height + MARGIN - 6 },
    direction,
    caption,
    topology,
    drawn,
  );
}

function frame(
  { width, height }: { readonly width: number; readonly height: number },
  direction: Direction,
  { title, subtitle }: Caption,
  topology: Topology,
  drawn: readonly string[],
): string {
  const [titleId, descriptionId] = [`vif-title-${direction}`, `vif-description-${direction}`];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: `vif-topology ${direction}`,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'group',
    'aria-labelledby': `${titleId} ${descriptionId}`,
  };
  return element(
    'svg',
    attributes,
    element('title', { id: titleId }, text(`${title}, ${subtitle}`)),
    element('desc', { id: descriptionId }, text(describeTopology(topology))),
    element('rect', { class: 'page', width, height }),
    element('text', { class: 'title', x: MARGIN, y: MARGIN + 13 }, text(title)),
    element('text', { class: 'subtitle', x: MARGIN, y: MARGIN + 31 }, text(subtitle)),
    ...drawn,
  );
}

function drawPath({ zones, boxes }: PlacedPath, name: string | undefined, linkTo: LinkTo): string {
  const heading = name === undefined ? [] : [element('text', { class: 'path-name', x: 0, y: -8 }, text(name))];
  const areas = zones.map(({ name: zone, ...place }) => {
    const label = element('text', { class: 'zone-name', x: place.x + 14, y: place.y + 17 }, text(zone));
    return element('rect', { class: 'zone', ...place, rx: 10 }) + label;
  });
  const wires = boxes.flatMap((box, index) => (index > 0 ? [drawWire(boxes[index - 1] ?? box, box)] : []));
  return [...heading, ...areas, ...boxes.map((box) => drawBox(box, linkTo)), ...wires].join('');
}

/** The wire between two boxes, dashed where it leads to one whose subject is not there. */
function drawWire(from: PlacedBox, to: PlacedBox): string {
  const isRight = to.x > from.x;
  const start = isRight
    ? { x: from.x + from.width, y: from.y + BOX_HEAD + 11.5 }
    : { x: from.x + from.width / 2, y: from.y + from.height };
  const end = isRight ? { x: to.x, y: start.y } : { x: start.x, y: to.y };
  const gap = from.isGap || to.isGap ? ' gap' : '';
  const plug = ({ x, y }: { readonly x: number; readonly y: number }): string =>
    element('circle', { class: `plug${gap}`, cx: x, cy: y, r: 4 });
  return (
    element('line', { class: `wire${gap}`, x1: start.x, y1: start.y, x2: end.x, y2: end.y }) + plug(start) + plug(end)
  );
}
