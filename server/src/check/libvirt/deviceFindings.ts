import type { Problem } from '../../problems';
import type { Piece } from '../../template/piece';
import type { Pieces } from '../../template/pieces';
import { shiftedProblem } from '../../template/shift';
import { sameEnds } from '../../text/sameEnds';

/** What was found in one piece of a file, in the offsets of the piece. */
interface FoundInPiece {
  readonly index: number;
  readonly problems: readonly Problem[];
}

/** What was found in the devices of a file. */
export interface DeviceFindings {
  readonly pieces: readonly Piece[];
  /** In the order of the file; pieces in which nothing was found are not there. */
  readonly found: readonly FoundInPiece[];
}

/**
 * Looks for what is wrong with the devices of a file, with `check` at one piece at a time. What is wrong with a device hangs on its
 * own text alone: so what is known of the pieces that were there before an edit (`earlier`) is not looked for again.
 */
export function findInDevices(
  pieces: readonly Piece[],
  check: (piece: Piece) => readonly Problem[],
  earlier: DeviceFindings = { pieces: [], found: [] },
): DeviceFindings {
  const { front, back } = sameEnds(earlier.pieces, pieces);
  const moved = pieces.length - earlier.pieces.length;
  const backStart = pieces.length - back;
  const found = earlier.found.filter(({ index }) => index < front);
  for (const [offset, piece] of pieces.slice(front, backStart).entries()) {
    const problems = check(piece);
    if (problems.length > 0) found.push({ index: front + offset, problems });
  }
  for (const { index, problems } of earlier.found)
    if (index + moved >= backStart) found.push({ index: index + moved, problems });
  return { pieces, found };
}

/** The same as problems of the file. */
export function placed({ found }: DeviceFindings, { starts }: Pieces): readonly Problem[] {
  return found.flatMap(({ index, problems }) => problems.map((own) => shiftedProblem(own, starts[index] ?? 0)));
}
