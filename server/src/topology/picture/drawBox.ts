import type { Span } from '../../text/span';
import type { Fact } from '../topology';
import type { Run } from '../tracedValue';
import { describeFact, describePart } from './describe';
import { ICONS } from './icons';
import type { PlacedBox } from './layout';
import { BOX_PADDING, HEADLINE, LINE, MARK_WIDTH } from './look';
import { drawMark } from './marks';
import { element, text } from './markup';
import { markOf } from './origins';
import type { Row } from './rows';

/** Gives the address that leads to a place of the template file; undefined where none does. */
export type LinkTo = (source: Span) => string | undefined;

/** Makes a link of a piece of the picture, if there is a place that it leads to; in either case it has a name and a tooltip. */
function linked(source: Span | undefined, linkTo: LinkTo, name: string, ...drawn: readonly string[]): string {
  const href = source && linkTo(source);
  const title = element('title', {}, text(name));
  if (href === undefined) return element('g', { role: 'img', 'aria-label': name }, title, ...drawn);
  return element('a', { href, 'aria-label': name }, title, ...drawn);
}

/** The box of a part: its head leads to its element, each value to where it comes from. */
export function drawBox(box: PlacedBox, linkTo: LinkTo): string {
  const { part, x, y, width, height } = box;
  const frame = element('rect', { class: 'frame', width, height, rx: 8 });
  const icon = element('path', { class: 'icon', transform: `translate(${BOX_PADDING} 9)`, d: ICONS[part.station] });
  const name = element('text', { class: 'name', x: BOX_PADDING + 23, y: 21 }, text(part.name));
  return element(
    'g',
    { class: box.isGap ? 'box gap' : 'box', transform: `translate(${x} ${y})` },
    linked(part.source, linkTo, describePart(part), frame, icon, name),
    ...box.rows.map((row) => drawRow(row, width, part.source, linkTo)),
  );
}

function drawRow(row: Row, width: number, fallback: Span | undefined, linkTo: LinkTo): string {
  const { fact, y, height, isHeadline } = row;
  const hit = { class: 'hit', x: BOX_PADDING - 6, y: y + 0.5, width: width - 2 * BOX_PADDING + 12, height: height - 1 };
  const label = element('text', { class: 'label', x: BOX_PADDING, y: y + 13.5 }, text(fact.label));
  return linked(
    sourceOf(fact) ?? fallback,
    linkTo,
    describeFact(fact),
    element('rect', { ...hit, rx: 4 }),
    ...(isHeadline ? [] : [label]),
    drawValue(row),
  );
}

function drawValue({ fact, y, isHeadline, valueX, valueLine, shown }: Row): string {
  const mark = markOf(fact);
  const middle = isHeadline ? y + HEADLINE / 2 - 1.5 : y + valueLine * LINE + 9.5;
  const place = { x: valueX + MARK_WIDTH, y: middle + (isHeadline ? 4.5 : 4) };
  const words = isHeadline ? `${fact.label} missing` : 'missing';
  const runs = fact.value ? shown.map(drawRun) : [text(words)];
  const classes = [isHeadline ? 'headline' : 'value', ...(fact.value ? [] : ['missing'])];
  const drawnMark = mark ? drawMark(mark, valueX, middle) : '';
  return drawnMark + element('text', { class: classes.join(' '), ...place }, ...runs);
}

function drawRun({ text: content, origin }: Run): string {
  return element('tspan', { class: origin ?? 'plain' }, text(content));
}

/** Where a value comes from: the first piece that a placeholder stands for, else the first of which the place is known. */
function sourceOf({ value }: Fact): Span | undefined {
  const known = (value ?? []).filter(({ source }) => source !== undefined);
  return (known.find(({ origin }) => origin !== 'template') ?? known[0])?.source;
}
