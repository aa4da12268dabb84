import { shiftedProblem, type Fix, type Problem } from '../../problems';
import type { NovaOption } from '../catalogue';
import type { OptionSetting, PlacedPiece } from '../novaConf';

/** What only the file as a whole tells of a setting in it. */
export interface WholeFile {
  /** Whether a setting decides the value of an option that it sets. */
  readonly counts: (setting: OptionSetting, option: NovaOption) => boolean;
  /** The value after substitution; undefined where that is not sure. */
  readonly valueOf: (setting: OptionSetting) => string | undefined;
  /** The fix that moves a setting to the section of its option; undefined where that could change more than it mends. */
  readonly move: (setting: OptionSetting, option: NovaOption) => Fix | undefined;
}

/**
 * What a check found in a piece of a file, to be kept with the piece. What comes of it hangs on where the piece stands, and may
 * hang on the rest of the file: so it is asked for again after each edit.
 */
export type Finding = (place: PlacedPiece, file: WholeFile) => Problem | undefined;

/** A finding that is a problem whatever else the file holds. `problem` is in offsets of the piece. */
export function certainly(problem: Problem): Finding {
  return ({ start }) => shiftedProblem(problem, start);
}

/** A finding about the setting at `index` of the piece, of which the rest of the file tells what it is. */
export function ofSetting(
  index: number,
  judge: (setting: OptionSetting, file: WholeFile) => Problem | undefined,
): Finding {
  return ({ settings }, file) => {
    const setting = settings[index];
    return setting && judge(setting, file);
  };
}
