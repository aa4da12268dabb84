import type { Place } from '../../text/span';
import type { DriverSource } from '../declaration';

/** A string constant: what it says, and where it stands in the source without its quotes. */
export interface Text extends Place {
  readonly kind: 'text';
  readonly value: string;
  /** Whether it names a variable as well: `{ key }`. */
  readonly isShorthand?: boolean;
}

/** Source that was not understood. `names` are the variables that it mentions: what they hold is unknown from here on. */
export interface Unread {
  readonly kind: 'unread';
  readonly names: readonly string[];
}

export interface Name {
  readonly kind: 'name';
  readonly name: string;
}

/** Something out of another file or out of the language's library: `copy.deepcopy`, `Object`. */
export interface Outside {
  readonly kind: 'outside';
  readonly path: string;
}

/** A module, or a name in one: what an `import` brings in. Where the module is not in the search path, it is the `Outside` of `path`. */
export interface Import {
  readonly kind: 'import';
  readonly module: string;
  /** The name in it; missing for the module itself. */
  readonly member?: string;
  /** The longest path that `import a.b.c` names, which brings in `a`. */
  readonly reaches?: string;
  readonly path: string;
  readonly from: DriverSource;
}

/** Anything else: the same as `fact` says stays true as long as its variables, `names`, are not set. */
export interface FactTest {
  readonly kind: 'fact';
  readonly yes: 0 | 1;
  readonly fact: string;
  readonly names: readonly string[];
}

/** `from module import *` */
export interface ImportAll {
  readonly kind: 'import-all';
  readonly module: string;
  readonly from: DriverSource;
}
