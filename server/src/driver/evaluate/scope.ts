import type { FunctionCode } from '../code/code';
import type { ClassAtom, Closure, Dictionary, Instance, Lazy, List, SuperObject, Value } from './values';
import { NOTHING } from './values';

/** What was made, by the place that made it: evaluating a loop again makes nothing new, and so comes to an end. */
export class Places<P extends object, T> {
  /** Most of those that a call has never get any. */
  private made: Map<P, T> | undefined;

  /** With `isFresh`, everything is made anew each time, as it is in a run. */
  constructor(private readonly isFresh = false) {}

  at(place: P, make: () => T): T {
    if (this.isFresh) return make();
    const before = this.made?.get(place);
    if (before !== undefined) return before;
    const made = make();
    this.made ??= new Map();
    this.made.set(place, made);
    return made;
  }
}

/** What `super()` needs to know of the method that it stands in. */
export interface MethodContext {
  readonly owner: ClassAtom;
  readonly receiver: Instance | ClassAtom;
}

/** One call of a function, or all calls that are made at one place. */
export class Frame {
  /** How many branches and loops surround what is evaluated: above 0, it may not run, or more than once. */
  doubt = 0;
  /** Counts what its own variables came to hold besides what they held. */
  changes = 0;
  returned: Value = NOTHING;
  /** How the block that was run last was left, along a path. */
  left: 'function' | 'loop' | 'round' | undefined;
  /** What was decided on conditions, along a path, by their source. */
  readonly facts = new Map<string, { readonly names: readonly string[]; readonly isTrue: boolean }>();
  readonly dictionaries: Places<object, Dictionary>;
  readonly lists: Places<object, List>;
  readonly lazies: Places<object, Lazy>;
  readonly closures: Places<object, Closure>;
  readonly classes = new Places<object, ClassAtom>();
  readonly supers = new Places<object, SuperObject>();
  readonly scopes: Places<object, Scope>;
  private readonly calls: Places<object, Places<FunctionCode, Frame>>;

  /** What it runs: a module's top level, a function in every way there is, or a function along one path. */
  constructor(
    readonly kind: 'module' | 'function' | 'path',
    readonly method?: MethodContext,
  ) {
    const isFresh = kind === 'path';
    this.dictionaries = new Places(isFresh);
    this.lists = new Places(isFresh);
    this.lazies = new Places(isFresh);
    this.closures = new Places(isFresh);
    this.scopes = new Places(isFresh);
    this.calls = new Places(isFresh);
  }

  /** The frame of a function that is called at a place: the same each time. */
  frameOf(place: object, code: FunctionCode, method: MethodContext | undefined): Frame {
    const kind = this.kind === 'module' ? 'function' : this.kind;
    return this.calls.at(place, () => new Places()).at(code, () => new Frame(kind, method));
  }
}

/** Variables, and the variables around them. */
export class Scope {
  readonly variables = new Map<string, Value>();
  /** Variables that code may see or set that runs at an unknown time. */
  readonly leaked = new Set<string>();
  /** The class whose members the variables are. */
  owner: ClassAtom | undefined;
  /** Whether names may have come into it unseen: `from x import *`. */
  takesAnyName = false;
  private readonly doubt: number;

  constructor(
    readonly frame: Frame,
    readonly parent: Scope | undefined,
    names: Iterable<string>,
  ) {
    this.doubt = frame.doubt;
    for (const name of names) this.variables.set(name, NOTHING);
  }

  /** The innermost scope that has the variable. */
  find(name: string): Scope | undefined {
    return this.variables.has(name) ? this : this.parent?.find(name);
  }

  /** Sets a variable, and forgets what was decided on it. */
  set(name: string, value: Value): void {
    this.variables.set(name, value);
    const { facts } = this.frame;
    for (const [fact, { names }] of facts) if (names.includes(name)) facts.delete(fact);
  }

  /** Whether a variable that no scope has may still be there. */
  get mayHaveAny(): boolean {
    return this.takesAnyName || this.parent?.mayHaveAny === true;
  }

  /** Whether what sets a variable of this scope from `other` certainly does so, once the scope's own block runs. */
  isCertainIn(other: Scope): boolean {
    if (this.frame.kind === 'path') return true;
    return other.frame === this.frame && this.frame.doubt === this.doubt;
  }

  /** Where functions look up their variables: the members of a class are none. */
  get forFunctions(): Scope {
    return this.owner && this.parent ? this.parent.forFunctions : this;
  }
}
