import { toRange } from '../languageFeatures/convert';
import type { Span } from '../text/span';
import { captionOf } from '../topology/caption';
import { drawTopology } from '../topology/picture/draw';
import type { Direction } from '../topology/picture/look';
import { STYLE } from '../topology/picture/style';
import { readTopology } from '../topology/readTopology';
import type { TopologyAnswer, TopologyParams } from './protocol';
import type { Session } from './session';

/** Draws what a rendering means, as it was last made; `null` where there is none, or where it has no XML yet. */
export function topologyOf(session: Session, { command, ...name }: TopologyParams): TopologyAnswer | null {
  const last = session.renderings.last(name);
  const xml = last?.state.xml ?? null;
  if (!last || xml === null) return null;
  const { uri } = last.state;
  const document = session.documents.get(uri);
  const linkTo = (source: Span): string | undefined => {
    if (!document) return undefined;
    const location = { uri: document.uri, range: toRange(document, source) };
    return `command:${command}?${encodeURIComponent(JSON.stringify([location]))}`;
  };
  const topology = readTopology({ xml, traces: last.traces });
  const caption = captionOf(last.state);
  const draw = (direction: Direction): string => drawTopology(topology, { direction, caption, linkTo });
  return { right: draw('right'), down: draw('down'), style: STYLE };
}
