import { ownSlice } from '../text/ownSlice';
import { shifted, type Span } from '../text/span';
import type { Text } from '../text/text';
import { indexedOf } from './fileIndex';
import type { Finder } from './finder';
import { judgeFile, judgeTemplate } from './judgePiece';
import { loneTemplate, templateIn } from './makeTemplate';
import type { Contents, OnRead, Outline, Piece } from './piece';
import { reportNotXml, scanTemplate } from './scan';
import { BOUNDARY_LENGTH, scanPiece, type Extent } from './scanPiece';
import { ScanState } from './scanState';
import { CONTAINER } from './tags';
import type { Template } from './templateFile';
import type { TemplateSource } from './templateSource';

/** How much of the text (in code units) is looked at first: most pieces end in it. */
const FIRST_LOOK = 1024;
/** How many times as much is looked at where that was too little. */
const GROWTH = 4;

/** Scans a stretch that begins with a piece. */
function stateOf(text: Text, start: number, end: number, uri: string, finder: Finder): ScanState {
  const find = (pattern: RegExp, from: number): Span | undefined => {
    const found = finder.find(pattern, start + from);
    return found && shifted(found, -start);
  };
  return new ScanState(ownSlice(text, { start, end }), uri, { isStart: start === 0, find });
}

/** How far behind its start the text decides how a piece is read; `undefined` where more of it has to be seen. */
function reachOf({ text, looked, searched }: ScanState, { end }: Extent): number | undefined {
  const next = end === undefined ? -1 : text.indexOf('<', end);
  const seen = Math.max(looked, next + BOUNDARY_LENGTH);
  return next < 0 || seen > text.length ? undefined : Math.max(seen, searched);
}

function kept({ tags, placeholders, comments }: Contents): Piece['contents'] {
  const contents = { tags, placeholders, comments };
  return () => contents;
}

/** Only for a sound piece with a template: nothing in it goes on behind its end, and so it can be read without what follows. */
function readAgain(text: string): Piece['contents'] {
  return () => scanTemplate(text, '');
}

function outlined({ vifType, vifTypeSpan, span, interfaceSpan }: Template): Outline {
  return { vifType, vifTypeSpan, span, interfaceSpan };
}

/** The one piece of a file whose root is not the container. */
function readLone(text: string, source: TemplateSource): Piece {
  const state = scanTemplate(text, source.uri);
  const { template, problems } = loneTemplate(state, source.vifType);
  return {
    text,
    reach: Infinity,
    contents: kept(state),
    problems: [...state.problems, ...judgeFile(state), ...problems],
    template: template && outlined(template),
    indexed: template && indexedOf(template),
  };
}

function makePiece(state: ScanState, { end = state.text.length, templateStart = end }: Extent, reach: number): Piece {
  const { tags, brokenTags } = state;
  reportNotXml(state, end);
  const masked = state.masked().slice(0, end);
  const outer = masked.slice(0, templateStart);
  const framing = tags.filter(({ span }) => span.start < templateStart);
  const own = tags.slice(framing.length);
  const { template, problems } = templateIn(state, own, { start: templateStart, end });
  const last = framing.at(-1);
  const judged = template ? judgeTemplate(masked, template, brokenTags) : [];
  const faults = [...state.problems, ...judged, ...problems];
  const text = ownSlice(state.text, { start: 0, end });
  return {
    text,
    reach,
    contents: template && faults.length === 0 ? readAgain(text) : kept(state),
    problems: faults,
    template: template && outlined(template),
    indexed: template && indexedOf(template),
    frame: outer.trim() === '' ? undefined : { masked: outer, tags: framing, brokenTags },
    container: last?.name === CONTAINER ? last.kind : undefined,
  };
}

/** Reads the piece of a file that begins at `start`. `finder` looks ahead in the same text. */
export function readPiece(
  text: Text,
  start: number,
  source: TemplateSource,
  finder: Finder,
  onRead: OnRead | undefined,
): Piece {
  const read = (state: ScanState, extent: Extent, reach: number): Piece => {
    const piece = makePiece(state, extent, reach);
    onRead?.(piece, state);
    return piece;
  };
  for (let size = FIRST_LOOK; ; size *= GROWTH) {
    const end = Math.min(start + size, text.length);
    const state = stateOf(text, start, end, source.uri, finder);
    const extent = scanPiece(state);
    if (extent.isLone) return readLone(text.toString(), source);
    const reach = reachOf(state, extent);
    if (reach !== undefined) return read(state, extent, reach);
    if (end < text.length) continue;
    const hasNoRoot = start === 0 && extent.end === undefined;
    return hasNoRoot ? readLone(text.toString(), source) : read(state, extent, Infinity);
  }
}
