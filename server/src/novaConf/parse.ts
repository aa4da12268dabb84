import { problem, type Problem } from '../problems';
import { ownSlice } from '../text/ownSlice';
import type { NovaConfForm } from './novaConf';
import { ConfPiece } from './pieces/confPiece';
import { ConfPlace } from './pieces/confPlace';
import { cut } from './pieces/cut';
import { PiecedConf } from './pieces/piecedConf';
import { PieceText } from './pieces/pieceText';
import { reuse, type Reuse } from './pieces/reuse';

const BYTE_ORDER_MARK = '\ufeff';

/** A piece's text at its place, and what was read of it in the version before. */
interface Unread {
  readonly source: PieceText;
  readonly start: number;
  readonly earlier?: ConfPlace;
}

/**
 * Parses the text of a nova.conf of either form. No text throws; what is wrong with it stands in `problems`, in the order of
 * the file. The text of another program says nothing. What `earlier`, the version of the file before, has as well is not read
 * again: it makes no difference to what comes out.
 */
export function parseNovaConf(text: string, earlier?: PiecedConf): PiecedConf {
  const from = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const unread = piecesOf(text, reuse(earlier ?? { text: '', pieces: [] }, text, from));
  const form = formOf(unread.map(({ source }) => source));
  const read = readAll(unread, form);
  const pieces = form === 'ini' && isOfOtherProgram(read) ? [] : read;
  return new PiecedConf(text, form, pieces, () => problemsOf(pieces, from), earlier);
}

function piecesOf(text: string, { before, between, after, shift }: Reuse): readonly Unread[] {
  const kept = (place: ConfPlace, by: number): Unread => {
    return { source: place.piece.source, start: place.start + by, earlier: place };
  };
  return [
    ...before.map((place) => kept(place, 0)),
    ...cut(text, between).map((span) => ({ source: new PieceText(ownSlice(text, span)), start: span.start })),
    ...after.map((place) => kept(place, shift)),
  ];
}

/**
 * Tells the form. A section header means INI, for a flag file has none. In a file without one, the first line that is
 * neither blank nor a comment decides, as it did for the nova that read both forms (`nova/compat/flagfile.py` of Essex).
 */
function formOf(texts: readonly PieceText[]): NovaConfForm {
  if (texts.some(({ hasHeader }) => hasHeader)) return 'ini';
  const first = texts.find(({ opening }) => opening !== 'none');
  return first?.opening === 'flags' ? 'flags' : 'ini';
}

function isOfOtherProgram(pieces: readonly ConfPlace[]): boolean {
  const hasSections = pieces.some(({ piece }) => piece.sections.length > 0);
  return !hasSections && pieces.some(({ piece }) => piece.source.isForeign);
}

function readAll(unread: readonly Unread[], form: NovaConfForm): readonly ConfPlace[] {
  let sectionAbove: string | undefined;
  return unread.map(({ source, start, earlier }) => {
    const context = { form, sectionAbove };
    const piece = earlier?.piece.fits(context) ? earlier.piece : new ConfPiece(source, context);
    sectionAbove = piece.sectionBelow;
    return earlier?.piece === piece && earlier.start === start ? earlier : new ConfPlace(piece, start);
  });
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
