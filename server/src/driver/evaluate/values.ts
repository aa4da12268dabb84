import type { ClassCode, FunctionCode, Import, Text } from '../code/code';
import type { ModuleCode } from '../code/module';
import type { Touched } from '../code/touched';
import type { DriverSource } from '../declaration';
import type { Scope } from './scope';

/**
 * What reading knows of a value: everything that it may be. Values are sets: a value that is `text` or `unknown` is one
 * of those, and nothing else.
 */
export type Value = ReadonlySet<Atom>;

export type Atom =
  | Text
  | Dictionary
  | List
  | Lazy
  | Closure
  | ClassAtom
  | Instance
  | SuperObject
  | OutsideAtom
  | ModuleAtom
  /** Read only once it is asked for. */
  | Import
  | { readonly kind: 'unknown' }
  /** No dictionary, no list, and no key that is known. */
  | { readonly kind: 'plain' }
  /** Some key of the network dictionary that was handed in. */
  | { readonly kind: 'network-key' };

export const NOTHING: Value = new Set();

/** A dictionary that the code makes, or is handed as `network`. */
export class Dictionary {
  readonly kind = 'dictionary';
  /** The keys that it may have, each with the strings that it was set by. */
  readonly keys = new Map<string, Set<Text>>();
  /** The strings that keys were asked for by. */
  readonly asked = new Set<Text>();
  /** The dictionaries that its keys were copied from. */
  readonly sources = new Set<Dictionary>();
  /** Whether it may have keys that are not known. */
  open = false;
  /** Whether it may have the keys of the network dictionary that was handed in. */
  hasNetworkKeys = false;

  /** `single` says that it stands for one dictionary of a run, not for several made at one place; `shared`, that it outlives the run. */
  constructor(
    readonly single: boolean,
    readonly shared: boolean,
  ) {}
}

/** A list, tuple, set or array. */
export class List {
  readonly kind = 'list';
  /** The first items, whose places are known. */
  readonly items: Value[] = [];
  /** Whether the places of its items are not known. */
  loose = false;
  /** What any further item may be. */
  further: Value = NOTHING;
  /** Whether it may have items that are not known. */
  open = false;

  /** `shared` says that it outlives the run. */
  constructor(readonly shared: boolean) {}
}

/** What is told only as it is gone through, as `items()` and `zip()` are: what it gives is what its sources hold by then. */
export class Lazy {
  readonly kind = 'lazy';
  /** What it goes through. */
  readonly sources: Value[] = [];

  constructor(private readonly give: (sources: readonly Value[]) => Value) {}

  elements(): Value {
    return this.give(this.sources);
  }
}

/** How a function that is a member of a class is called. */
export type ClosureRole = 'method' | 'static' | 'class' | 'getter';

export interface Closure {
  readonly kind: 'closure';
  readonly code: FunctionCode;
  /** Where the function was made. */
  readonly scope: Scope;
  readonly defaults: ReadonlyMap<string, Value>;
  readonly role: ClosureRole;
  /** The class whose body it was made in. */
  readonly owner: ClassAtom | undefined;
  /** What it is a method of, once it was looked up there. */
  readonly receiver: Instance | ClassAtom | undefined;
  /** Whether a decorator that was not read stands before it. */
  readonly wrapped: boolean;
}

/** A class, or one that is not known to be a single class of this file. */
export type ClassLink = ClassAtom | 'outside';

export interface ClassAtom {
  readonly kind: 'class';
  readonly code: ClassCode;
  /** The classes that members are looked up in after this one, first one first. */
  readonly ancestors: readonly ClassLink[];
  readonly members: Scope;
  /** Whether a decorator or metaclass may have changed it. */
  readonly altered: boolean;
  readonly isTopLevel: boolean;
}

export interface Instance {
  readonly kind: 'instance';
  readonly of: ClassAtom;
}

/** What `super()` gives: the members of the classes after `owner`. */
export interface SuperObject {
  readonly kind: 'super';
  readonly owner: ClassAtom;
  readonly receiver: Instance | ClassAtom;
}

export interface OutsideAtom {
  readonly kind: 'outside';
  readonly path: string;
}

/** A module out of the search path, or a folder of such. */
export interface ModuleAtom {
  readonly kind: 'module';
  /** What it is called where it is imported. */
  readonly name: string;
  readonly from: DriverSource;
  /** What it gives out; missing for a folder that is no module itself. */
  readonly unit: ModuleUnit | undefined;
}

/** A module whose top level is evaluated, or being evaluated. */
export interface ModuleUnit {
  readonly source: DriverSource;
  readonly code: ModuleCode;
  readonly scope: Scope;
  /** What its functions may do to it. */
  readonly touched: Touched;
}

export const UNKNOWN_VALUE: Value = new Set([{ kind: 'unknown' }]);
export const PLAIN_VALUE: Value = new Set([{ kind: 'plain' }]);
export const NETWORK_KEY: Value = new Set([{ kind: 'network-key' }]);

export function only(atom: Atom): Value {
  return new Set([atom]);
}

/** All that any of `values` may be. */
export function join(...values: readonly Value[]): Value {
  let joined = NOTHING;
  let own: Set<Atom> | undefined;
  for (const value of values) {
    if (value.size === 0 || value === joined) continue;
    if (joined.size > 0) {
      own ??= new Set(joined);
      for (const atom of value) own.add(atom);
    }
    joined = own ?? value;
  }
  return joined;
}

/** The one atom that a value is for certain. */
export function certain(value: Value): Atom | undefined {
  if (value.size !== 1) return undefined;
  const [atom] = value;
  return atom;
}
