import type { Problem } from '../problems';
import type { Span } from '../text/span';
import type { Text } from '../text/text';

/** The two historic forms: a flag file (`--name=value`) and oslo.config's INI (`[DEFAULT]`, `name = value`). */
export type NovaConfForm = 'flags' | 'ini';

/** One setting of an option, as it stands in the file. */
export interface OptionSetting {
  /** The section, `DEFAULT` in a flag file and before the first section. */
  readonly group: string;
  /** As it is written. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The value as oslo.config reads it before substitution: surrounding quotes removed, continuation lines joined by `\n`. */
  readonly value: string;
  /** Where the value stands without surrounding blanks and quotes; empty, behind the sign, where there is none. */
  readonly valueSpan: Span;
}

/** A section header. `span` covers it with its brackets. */
export interface Section {
  readonly name: string;
  readonly span: Span;
}

/** What a stretch of a nova.conf says, in the order of the text. */
export interface ConfContent {
  readonly sections: readonly Section[];
  readonly settings: readonly OptionSetting[];
  /** Faults of the syntax alone. */
  readonly problems: readonly Problem[];
}

/** A piece of a nova.conf where it stands. An edit elsewhere leaves `piece` the same object, so that what is found out about it can be kept. */
export interface PlacedPiece extends ConfContent {
  /** The same in offsets of the piece. */
  readonly piece: ConfContent;
  /** The offset of the piece in the file. */
  readonly start: number;
}

/** A parsed nova.conf. Every file parses; what is wrong with it stands in `problems`. */
export interface NovaConf extends ConfContent {
  readonly text: Text;
  readonly form: NovaConfForm;
  /** The same in pieces, which are read one by one. */
  readonly pieces: readonly PlacedPiece[];
  /** The settings of the option that a reference from anywhere calls `name` (see `keyIn`), in the order of the file. */
  named(name: string): readonly OptionSetting[];
  /** The last one of these. */
  lastNamed(name: string): OptionSetting | undefined;
}
