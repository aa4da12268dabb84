import type { Part, Path, Station } from '../topology';
import { isUnfilled } from '../tracedValue';
import { ZONE_GAP, ZONE_HEAD, ZONE_PADDING, type Look } from './look';
import { boxHeight, rowsOf, type Row } from './rows';

/** Where something is, in pixels from the top left of the picture of its card. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedBox extends Rectangle {
  readonly part: Part;
  readonly rows: readonly Row[];
  /** What it is about is not there. */
  readonly isGap: boolean;
}

export interface PlacedZone extends Rectangle {
  readonly name: string;
}

export interface PlacedPath {
  readonly width: number;
  readonly height: number;
  readonly zones: readonly PlacedZone[];
  /** In the order of the path: each is joined to the one before it. */
  readonly boxes: readonly PlacedBox[];
}

const ZONES: Readonly<Record<Station, string>> = {
  guest: 'Guest',
  vif: 'Compute host',
  device: 'Compute host',
  bridge: 'Compute host',
  switch: 'Network',
  vlan: 'Network',
};

/** The parts of a path, zone by zone. */
function byZone(path: Path): readonly (readonly [Part, ...Part[]])[] {
  const zones: [Part, ...Part[]][] = [];
  for (const part of path) {
    const last = zones.at(-1);
    if (last && ZONES[last[0].station] === ZONES[part.station]) last.push(part);
    else zones.push([part]);
  }
  return zones;
}

/** Lays the parts of one card out, one after the other in the direction of the look, in the zones where they are. */
export function layOut(path: Path, look: Look): PlacedPath {
  const isRight = look.direction === 'right';
  const measured = new Map(path.map((part) => [part, rowsOf(part, look.boxWidth)] as const));
  const highest = Math.max(...[...measured.values()].map(boxHeight));
  const boxes: PlacedBox[] = [];
  const zones: PlacedZone[] = [];
  let at = 0;
  for (const parts of byZone(path)) {
    const start = at;
    at += isRight ? ZONE_PADDING : ZONE_HEAD;
    for (const [index, part] of parts.entries()) {
      if (index > 0) at += look.gap;
      const rows = measured.get(part) ?? [];
      const height = isRight ? highest : boxHeight(rows);
      const place = isRight ? { x: at, y: ZONE_HEAD } : { x: ZONE_PADDING, y: at };
      boxes.push({ part, rows, isGap: isGap(part), ...place, width: look.boxWidth, height });
      at += isRight ? look.boxWidth : height;
    }
    at += ZONE_PADDING;
    const along = { start, length: at - start };
    zones.push({ name: ZONES[parts[0].station], ...zoneRectangle(along, isRight, look, highest) });
    at += ZONE_GAP;
  }
  const length = at - ZONE_GAP;
  const across = isRight ? ZONE_HEAD + highest + ZONE_PADDING : look.boxWidth + 2 * ZONE_PADDING;
  return { zones, boxes, width: isRight ? length : across, height: isRight ? across : length };
}

function zoneRectangle(
  { start, length }: { readonly start: number; readonly length: number },
  isRight: boolean,
  { boxWidth }: Look,
  highest: number,
): Rectangle {
  return isRight
    ? { x: start, y: 0, width: length, height: ZONE_HEAD + highest + ZONE_PADDING }
    : { x: 0, y: start, width: boxWidth + 2 * ZONE_PADDING, height: length };
}

function isGap({ facts: [first] }: Part): boolean {
  return first !== undefined && (first.value === undefined || isUnfilled(first.value));
}
