import type { Problem } from '../problems';
import type { Place } from '../text/span';
import type { Piece } from './pieces';
import type { RenderingName } from './renderingName';
import type { Outdated } from './runInputs';
import type { Unfilled } from './templateRendering';

/** A piece with where the driver's source provides its key; `null` where that is not known. */
export interface ProvidedPiece extends Piece {
  readonly provider: Place | null;
}

/** The state of one rendering: what the user sees of it. */
export interface RenderedState extends RenderingName {
  /** The interface XML, the last good one where `stale` is set; `null` while there was none yet. */
  readonly xml: string | null;
  /** Whether `xml` is not what the texts give now. */
  readonly stale: boolean;
  /** Why it is not: the template gives nothing as it stands, or the last run of the driver gave no values. */
  readonly message: string | null;
  /** What has changed since the driver was last run. */
  readonly outdated: Outdated | null;
  /** The values in `xml`. */
  readonly pieces: readonly ProvidedPiece[];
  /** The problems of `xml`, with their places in it. */
  readonly problems: readonly Problem[];
  /** The placeholders of `xml` that nothing filled, with where they stand in the template file. */
  readonly unfilled: readonly Unfilled[];
}

/** The state of a rendering that was never made. */
export function notRendered(name: RenderingName): RenderedState {
  return {
    ...name,
    xml: null,
    stale: false,
    message: null,
    outdated: null,
    pieces: [],
    problems: [],
    unfilled: [],
  };
}
