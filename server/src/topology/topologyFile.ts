import { drawTopology, type Picture } from './picture/draw';
import { element } from './picture/markup';
import { STYLE } from './picture/style';
import type { Topology } from './topology';

/** A picture as a file of its own: it runs to the right, and its style is in it. */
export function topologyFile(topology: Topology, picture: Omit<Picture, 'direction'>): string {
  const svg = drawTopology(topology, { ...picture, direction: 'right' });
  const opening = svg.indexOf('>') + 1;
  return `${svg.slice(0, opening)}${element('style', {}, STYLE)}${svg.slice(opening)}\n`;
}
