import type { Problem } from '../../problems';
import { parseFlags } from '../flags';
import { parseIni } from '../ini';
import type { ConfContent, NovaConfForm, OptionSetting, Section } from '../novaConf';
import type { PieceText } from './pieceText';

/** What a piece is read by, beside its own text. */
export interface PieceContext {
  readonly form: NovaConfForm;
  /** The section that stands above it; undefined above the first one. */
  readonly sectionAbove: string | undefined;
}

/** A run of whole lines of a nova.conf, read apart from the rest. All offsets are those of the piece. */
export class ConfPiece implements ConfContent {
  readonly sections: readonly Section[];
  readonly settings: readonly OptionSetting[];
  readonly problems: readonly Problem[];

  constructor(
    readonly source: PieceText,
    readonly context: PieceContext,
  ) {
    const { form, sectionAbove } = context;
    const content = form === 'flags' ? parseFlags(source.text) : parseIni(source.text, sectionAbove);
    this.sections = content.sections;
    this.settings = content.settings;
    this.problems = content.problems;
  }

  /** The section that what follows the piece belongs to. */
  get sectionBelow(): string | undefined {
    const last = this.sections.at(-1);
    return last ? last.name : this.context.sectionAbove;
  }

  /** Whether it would be the same if it were read again in another context. */
  fits({ form, sectionAbove }: PieceContext): boolean {
    return this.context.form === form && this.context.sectionAbove === sectionAbove;
  }
}
