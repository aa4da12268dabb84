import { type Problem, shiftedProblem } from '../../problems';
import { shifted } from '../../text/span';
import type { OptionSetting, PlacedPiece, Section } from '../novaConf';
import type { ConfPiece } from './confPiece';
import type { PieceText } from './pieceText';

/** A piece at its place. Its content is moved there when it is first asked for: most of a long file is never looked at. */
export class ConfPlace implements PlacedPiece {
  #settings: readonly OptionSetting[] | undefined;

  constructor(
    readonly piece: ConfPiece,
    readonly start: number,
  ) {}

  get source(): PieceText {
    return this.piece.source;
  }

  get end(): number {
    return this.start + this.source.text.length;
  }

  get settings(): readonly OptionSetting[] {
    return (this.#settings ??= this.piece.settings.map((setting) => ({
      ...setting,
      nameSpan: shifted(setting.nameSpan, this.start),
      valueSpan: shifted(setting.valueSpan, this.start),
    })));
  }

  get sections(): readonly Section[] {
    return this.piece.sections.map(({ name, span }) => ({ name, span: shifted(span, this.start) }));
  }

  get problems(): readonly Problem[] {
    return this.piece.problems.map((problem) => shiftedProblem(problem, this.start));
  }
}
