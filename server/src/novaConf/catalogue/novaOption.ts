import type { OptionType } from './optionType';

/** The name of an option and the section that it stands in. */
export interface OptionPlace {
  readonly group: string;
  readonly name: string;
}

/** An option of nova.conf: what Nova, or a library that it uses, registers under this name. */
export interface NovaOption {
  /** The section that it stands in: `DEFAULT`, `libvirt`, … */
  readonly group: string;
  /** Its name in nova.conf, with underscores. */
  readonly name: string;
  readonly type: OptionType;
  /** As it would be written in nova.conf; missing where there is none. Of an option of many values, each has its line. */
  readonly default?: string;
  readonly min?: number;
  readonly max?: number;
  /** Of a list, what its items may be. */
  readonly choices?: readonly string[];
  /** Whether capital letters do not matter in the choices. */
  readonly ignoreCase?: true;
  /** What the value has to match somewhere, a regular expression of Python's. */
  readonly pattern?: string;
  /** In characters. */
  readonly maxLength?: number;
  /** Of a URI, the schemes that it may have. */
  readonly schemes?: readonly string[];
  /** What it does, in one sentence. */
  readonly purpose?: string;
  /** Nova still reads it, and will not for long. */
  readonly deprecatedForRemoval?: true;
  /** Older names, and places, that Nova still reads. */
  readonly deprecatedNames?: readonly OptionPlace[];
  /**
   * Of an option that Nova does not know any more: the release that dropped it, where that is sure, and what is written
   * instead, as `[section] name`.
   */
  readonly removed?: { readonly replacement?: string };
}
