import type { FunctionCode } from '../code/code';
import type { ClassAtom, Closure, Dictionary, Instance, Lazy, List, SuperObject, Value } from './values';
import { NOTHING } from './values';

/** What was made, by the place that made it: evaluating a loop again makes nothing new, and so comes to an end. */
export class Places<P extends object, T> {
  private readonly made = new Map<P, T>();

  at(place: P, make: () => T): T {
    const before = this.made.get(place);
    if (before !== undefined) return before;
    const made = make();
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
  readonly dictionaries = new Places<object, Dictionary>();
  readonly lists = new Places<object, List>();
  readonly lazies = new Places<object, Lazy>();
  readonly closures = new Places<object, Closure>();
  readonly classes = new Places<object, ClassAtom>();
  readonly supers = new Places<object, SuperObject>();
  readonly scopes = new Places<object, Scope>();
  private readonly calls = new Places<object, Places<FunctionCode, Frame>>();

  constructor(readonly method?: MethodContext) {}

  /** The frame of a function that is called at a place: the same each time. */
  frameOf(place: object, code: FunctionCode, method: MethodContext | undefined): Frame {
    return this.calls.at(place, () => new Places()).at(code, () => new Frame(method));
  }
}

/** Variables, and the variables around them. */
export class Scope {
  readonly variables = new Map<string, Value>();
  /** Variables that code may see or set that runs at an unknown time. */
  readonly leaked = new Set<string>();
  /** The class whose members the variables are. */
  owner: ClassAtom | undefined;
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

  /** Whether what sets a variable of this scope from `other` certainly does so, once the scope's own block runs. */
  isCertainIn(other: Scope): boolean {
    return other.frame === this.frame && this.frame.doubt === this.doubt;
  }

  /** Where functions look up their variables: the members of a class are none. */
  get forFunctions(): Scope {
    return this.owner && this.parent ? this.parent.forFunctions : this;
  }
}
