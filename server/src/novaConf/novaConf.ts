import type { Problem } from '../problems';
import type { Span } from '../text/span';

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

/** A parsed nova.conf. Every file parses; what is wrong with it stands in `problems`. */
export interface NovaConf {
  readonly form: NovaConfForm;
  readonly sections: readonly Section[];
  /** In the order of the file. */
  readonly settings: readonly OptionSetting[];
  /** Faults of the syntax alone. */
  readonly problems: readonly Problem[];
}
