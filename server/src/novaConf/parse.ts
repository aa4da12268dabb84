import { problem, type Problem } from '../problems';
import { ownSlice } from '../text/ownSlice';
import type { Text } from '../text/text';
import type { NovaConfForm } from './novaConf';
import { ConfPiece, type PieceContext } from './pieces/confPiece';
import { ConfPlace } from './pieces/confPlace';
import { cut } from './pieces/cut';
import { PiecedConf } from './pieces/piecedConf';
import { PieceText } from './pieces/pieceText';
import { reuse } from './pieces/reuse';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Parses the text of a nova.conf of either form. No text throws; what is wrong with it stands in `problems`, in the order of
 * the file. The text of another program says nothing. What `earlier`, the version of the file before, has as well is not read
 * again: it makes no difference to what comes out.
 */
export function parseNovaConf(text: Text, earlier?: PiecedConf): PiecedConf {
  const from = text.slice(0, BYTE_ORDER_MARK.length) === BYTE_ORDER_MARK ? BYTE_ORDER_MARK.length : 0;
  const { before, between, after, shift } = reuse(earlier ?? { text: '', pieces: [] }, text, from);
  const cutAnew = cut(text, between).map((span) => ({
    source: new PieceText(ownSlice(text, span)),
    start: span.start,
  }));
  const form = formOf([...before, ...cutAnew, ...after]);

  const read = readAgain(before, { form, sectionAbove: undefined });
  for (const { source, start } of cutAnew)
    read.push(new ConfPlace(new ConfPiece(source, contextBelow(read, form)), start));
  const behind = shift === 0 ? after : after.map(({ piece, start }) => new ConfPlace(piece, start + shift));
  const pieces = [...read, ...readAgain(behind, contextBelow(read, form))];
  const said = form === 'ini' && isOfOtherProgram(pieces) ? [] : pieces;
  return new PiecedConf(text, form, said, () => problemsOf(said, from), earlier);
}

/** What a piece behind others is read by. */
function contextBelow(places: readonly ConfPlace[], form: NovaConfForm): PieceContext {
  return { form, sectionAbove: places.at(-1)?.piece.sectionBelow };
}

/** Reads pieces once more where they stand below another section now, or in a file of the other form: up to the first one that is as it was, for so are all behind it. */
function readAgain(places: readonly ConfPlace[], context: PieceContext): ConfPlace[] {
  const read: ConfPlace[] = [];
  let { sectionAbove } = context;
  for (const { piece, start } of places) {
    if (piece.fits({ ...context, sectionAbove })) break;
    const again = new ConfPiece(piece.source, { ...context, sectionAbove });
    read.push(new ConfPlace(again, start));
    sectionAbove = again.sectionBelow;
  }
  return [...read, ...places.slice(read.length)];
}

/**
 * Tells the form. A section header means INI, for a flag file has none. In a file without one, the first line that is
 * neither blank nor a comment decides, as it did for the nova that read both forms (`nova/compat/flagfile.py` of Essex).
 */
function formOf(places: readonly { readonly source: PieceText }[]): NovaConfForm {
  if (places.some(({ source }) => source.hasHeader)) return 'ini';
  const first = places.find(({ source }) => source.opening !== 'none');
  return first?.source.opening === 'flags' ? 'flags' : 'ini';
}

function isOfOtherProgram(pieces: readonly ConfPlace[]): boolean {
  const hasSections = pieces.some(({ piece }) => piece.sections.length > 0);
  return !hasSections && pieces.some(({ piece }) => piece.source.isForeign);
}

function problemsOf(pieces: readonly ConfPlace[], from: number): readonly Problem[] {
  const found = withoutRepetitions(pieces.filter(({ piece }) => piece.problems.length > 0));
  const problems = from > 0 ? [byteOrderMark(), ...found] : found;
  return problems.length > 0 ? binaryAsOneProblem(pieces, problems) : problems;
}

/** Each piece above the first section finds that it is missing; once is enough for a file. */
function withoutRepetitions(pieces: readonly ConfPlace[]): readonly Problem[] {
  let missesSection = false;
  return pieces
    .flatMap(({ problems }) => problems)
    .filter(({ code }) => {
      if (code !== 'nova-conf.no-section') return true;
      const isFirst = !missesSection;
      missesSection = true;
      return isFirst;
    });
}

function byteOrderMark(): Problem {
  const message =
    'The file starts with a byte order mark, and Nova takes it for text: save the file as UTF-8 without one.';
  return problem('nova-conf.syntax', { start: 0, end: BYTE_ORDER_MARK.length }, message);
}

/** Of a file with NUL characters that does not parse, one problem says enough. One that parses is left alone: oslo.config takes a NUL for any other character. */
function binaryAsOneProblem(pieces: readonly ConfPlace[], problems: readonly Problem[]): readonly Problem[] {
  const place = pieces.find(({ piece }) => piece.source.nul >= 0);
  if (!place) return problems;
  const nul = place.start + place.piece.source.nul;
  const message = 'This file is no text: it holds a NUL character here. Is it a nova.conf?';
  return [problem('nova-conf.syntax', { start: nul, end: nul + 1 }, message)];
}
