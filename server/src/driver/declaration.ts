import type { Problem } from '../problems';
import type { Place, Span } from '../text/span';

/** A key that a driver puts into the network dictionary. Its own place is where it stands first, without its quotes; that of an inherited one may lie in another file. */
export interface OutputKey extends Place {
  readonly key: string;
  /** Whether it stands in `output_keys` (`outputKeys`); else it was read from the code. */
  readonly declared: boolean;
  /** Whether the driver was read to return a dictionary without it as well: a condition decides. Never so for a declared one. */
  readonly sometimes: boolean;
  /** Every text in the sources that names this key, without its quotes: in `output_keys`, where it is written, and where it is read from the dictionary. */
  readonly places: readonly Place[];
  /** Whether `places` are all: not so where the key is put together out of pieces, or handed to code that was not read. */
  readonly placesKnown: boolean;
}

/** Where and how one more key goes into `output_keys`: `before`, the key, `after`, inserted at `offset`. Makes the list where there is none. */
export interface KeyInsertion {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** The methods that a driver may answer with; the first of the two counts where a class has both. */
export type DriverMethod = 'getVIFConfiguration' | 'plug';

/** What reading the source of one class tells, without running it. */
export interface DriverDeclaration {
  readonly className: string;
  /** Where the class's name stands; an anonymous class has the keyword `class` there. */
  readonly classSpan: Span;
  /** Missing where neither the class nor a base class of the same file has one. */
  readonly method?: DriverMethod;
  /** Each key once, the declared ones first, in the order of the source. */
  readonly keys: readonly OutputKey[];
  /** Whether the driver provides no key that `keys` does not list, but for those that it may have been handed. */
  readonly complete: boolean;
  /** Whether the driver was read to return the network dictionary that it is handed, or a copy, so that keys of that one may come back too. Never so where its list is declared. */
  readonly passesNetwork: boolean;
  /** Whether a base class, or the way that the dictionary is made, lies outside of what was read, so that `method` may be missing only here. */
  readonly opaqueBase: boolean;
  readonly keyInsertion?: KeyInsertion | undefined;
}

/** A name of a module's top level that certainly stands for what has another name, or lies in another module: `from .qbh import QbhDriver`, `Driver = Base`. */
export interface ClassAlias {
  /** Empty for JavaScript's default export, which answers to every name. */
  readonly name: string;
  /** The module that it comes from: as the import names it, or by its URI where reading went there. */
  readonly from: { readonly module: string } | { readonly uri: string };
  /** What it is called there; it may be no class, or not be there. Empty for a class without a name. */
  readonly member: string;
}

/** The source of one module. Every text reads; a text that is broken gives what could be understood. */
export interface DriverModule {
  /** The classes of the module's top level; for JavaScript the default export alone. */
  readonly classes: readonly DriverDeclaration[];
  /** The names that lead to classes of other names or modules. */
  readonly aliases: readonly ClassAlias[];
  /** Whether the module may hold classes that reading did not find: `from x import *`, a class made by a call, and the like. */
  readonly complete: boolean;
  /** Faults of the source's syntax. */
  readonly problems: readonly Problem[];
  /** The URIs of all other modules that were read to tell this, those that these import among them. */
  readonly modules: readonly string[];
}

export type DriverLanguage = 'python' | 'javascript';

/** The source of one module, as it is in the editor or on the disk. */
export interface DriverSource {
  readonly uri: string;
  readonly language: DriverLanguage;
  readonly text: string;
}

/**
 * Gives the module that an import statement names, as the module at `from` would find it; `undefined` for one that is not in
 * the search path. `name` is as Python has it: dotted, `drivers.base`, with leading dots for a relative one, `..base`. For
 * JavaScript it is the specifier of a relative import, `./base.mjs`.
 */
export type ResolveModule = (name: string, from: DriverSource) => DriverSource | undefined;
