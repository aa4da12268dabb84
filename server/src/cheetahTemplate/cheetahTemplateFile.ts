import type { CheetahFile } from '../cheetah/syntax';
import type { TemplateFile } from '../template/templateFile';
import type { Span } from '../text/span';

/** A name that stands in the file: for something that nova or the request gives it beside the `nics`, or for what it sets itself. */
export interface NameUse {
  readonly name: string;
  /** The name without its `$`. */
  readonly span: Span;
  /** What it is here: set by `#set` or a loop, something that the file sets elsewhere, or looked up in the search list. */
  readonly role: 'definition' | 'own' | 'searched';
  /** Whether the template goes on without it: it asks somewhere whether it is there. */
  readonly isOptional: boolean;
}

/** A VIF type that `$vif_type` is compared with. */
export interface VifTypeMention {
  readonly vifType: string;
  /** Between the quotes. */
  readonly span: Span;
}

/** A parsed file of the Cheetah dialect. Its placeholders are the keys of the network dictionary, wherever they stand: those in a directive are there too. */
export interface CheetahTemplateFile extends TemplateFile {
  readonly dialect: 'cheetah';
  readonly cheetah: CheetahFile;
  /** In the order of the text. */
  readonly names: readonly NameUse[];
  /** In the order of the text. */
  readonly vifTypeMentions: readonly VifTypeMention[];
}
