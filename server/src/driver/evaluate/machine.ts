import type { ClassCode, Expression, FunctionCode, Import, Statement, Text } from '../code/code';
import { type ReadOnlyUses, type Touched, touchedBy } from '../code/touched';
import type { ModuleCode } from '../code/module';
import type { DriverSource, ResolveModule } from '../declaration';
import type { ParsedSources } from '../syntax/parsedSources';
import type { Arguments, Language } from './language';
import type { Path } from './path';
import { type Frame, Places, type Scope } from './scope';
import { Sightings } from './sightings';
import {
  type ClassAtom,
  type Closure,
  join,
  type List,
  type ModuleAtom,
  type ModuleUnit,
  only,
  type OutsideAtom,
  UNKNOWN_VALUE,
  type Value,
} from './values';

/** How deep expressions and calls may nest before reading gives up on what is inside. */
const MAX_DEPTH = 300;
/** How much of a module is evaluated, in expressions. */
const MAX_STEPS = 500_000;
/** How much is evaluated besides, in following single paths. */
const MAX_PATH_STEPS = 40_000;
/** After how many rounds a loop has to have shown all that it does. */
const MAX_ROUNDS = 5;

/** The parts of the interpreter, which call each other through the machine. */
export interface Interpreter {
  evaluate(machine: Machine, expression: Expression, scope: Scope): Value;
  /** Runs a block; the answer is whether it certainly does not reach its end. */
  run(machine: Machine, body: readonly Statement[], scope: Scope): boolean;
  /** Runs a block along a path; the answer is whether it was left. */
  follow(machine: Machine, path: Path, body: readonly Statement[], scope: Scope): boolean;
  call(machine: Machine, closure: Closure, given: Arguments, from: CallPlace): Value;
  imported(machine: Machine, node: Import): Value;
}

/** What a driver's module stands among. */
export interface Surroundings {
  /** Finds the modules that it imports. */
  readonly resolve: ResolveModule;
  /** Its source, and theirs, as they were when they were last read. */
  readonly parsed: ParsedSources;
}

/** Where a function of the file is called. */
export interface CallPlace {
  /** The same object for the same place of the source. */
  readonly place: object;
  readonly scope: Scope;
  /** Whether the call is waited for; an asynchronous one that is not may end at any time. */
  readonly isAwaited: boolean;
}

/** The state of reading one module, and those that it imports. */
export class Machine {
  /** Whether a driver is read, and not the module's own top level. */
  isDriverRunning = false;
  /** Whether something was met that makes all further reading uncertain. */
  isUncertain = false;
  /** Whether that was ever so, for whichever class. */
  hasGivenUp = false;
  /** What was seen of the top level of modules. */
  readonly seenOfModules = new Sightings();
  /** What is seen now: the same, or what is seen of the driver that is run. */
  seen = this.seenOfModules;
  /** The path that is followed; nothing where every way is, at once. */
  path: Path | undefined;
  /** How many branches and loops surround what is evaluated, in all calls that are under way. */
  doubt = 0;
  /** Counts what was met that following a path decides, or leaves open. */
  choices = 0;
  /** The keys that dictionaries were asked for before they had them, but for what a path has noted. */
  askedOutside = new Set<string>();
  /** Counts what lists, dictionaries and surrounding variables came to hold besides what they held. */
  changes = 0;
  /** Counts what variables of modules, and members of classes, came to hold once the module was read. */
  constantChanges = 0;
  /** The lists that a text or a list was put into. */
  readonly holders = new Map<Text | List, Set<List>>();
  /** The members that some function of the module sets, on whichever object. */
  readonly setMembers = new Set<string>();
  /** Every class that the module makes, in the order of the source. */
  readonly classes: ClassAtom[] = [];
  /** The functions that are under way. */
  readonly running = new Set<FunctionCode>();
  /** The functions that are being handed to code that is not read. */
  readonly leaking = new Set<Closure>();
  /** The URIs of the modules whose top level is under way. */
  readonly loading = new Set<string>();
  /** Every module that was read, by its URI; the first one is the driver's own. */
  readonly units = new Map<string, ModuleUnit>();
  /** The modules that are imported as a whole, by what tells them apart. */
  readonly namespaces = new Map<string, ModuleAtom>();
  /** What reads a collection, and no more. A function that a module makes itself is not the library's. */
  readonly uses: ReadOnlyUses;
  private readonly importing = new Set<string>();
  private readonly ownNames = new Set<string>();
  private readonly sources = new Map<string, DriverSource | undefined>();
  private readonly touched = new Places<FunctionCode | ClassCode, Touched>();
  private readonly outsides = new Map<string, OutsideAtom>();
  private steps = 0;
  private pathSteps = 0;
  private depth = 0;

  constructor(
    readonly language: Language,
    private readonly interpreter: Interpreter,
    private readonly surroundings: Surroundings,
  ) {
    const { functions } = language.uses;
    const isLibrary = (name: string): boolean => functions.has(name) && !this.ownNames.has(name);
    this.uses = { ...language.uses, functions: { has: isLibrary } };
  }

  addUnit(unit: ModuleUnit): void {
    this.units.set(unit.source.uri, unit);
    this.addNames(unit.code.names);
  }

  /** Notes that modules have variables of these names. */
  addNames(names: readonly string[]): void {
    for (const name of names) this.ownNames.add(name);
  }

  /** The module that a name leads to, as the one at `from` imports it; one of the same language. */
  sourceAt(name: string, from: DriverSource): DriverSource | undefined {
    const key = `${from.uri}\n${name}`;
    if (!this.sources.has(key)) {
      const source = this.surroundings.resolve(name, from);
      this.sources.set(key, source?.language === from.language ? source : undefined);
    }
    return this.sources.get(key);
  }

  translated(source: DriverSource): ModuleCode {
    return this.language.translate(source, this.surroundings.parsed);
  }

  /** The value, with what it was to import read. */
  forced(value: Value): Value {
    for (const { kind } of value) if (kind === 'import') return this.withImported(value);
    return value;
  }

  private withImported(value: Value): Value {
    return join(...[...value].map((atom) => (atom.kind === 'import' ? this.imported(atom) : only(atom))));
  }

  /** Two modules may import a name from each other that neither has. */
  private imported(node: Import): Value {
    const key = [node.from.uri, node.module, node.member].join('\n');
    if (this.importing.has(key)) return UNKNOWN_VALUE;
    this.importing.add(key);
    const value = this.interpreter.imported(this, node);
    this.importing.delete(key);
    return value;
  }

  /** Does what has nothing to do with the branches and loops that are under way, such as reading a module. */
  aside<T>(action: () => T): T {
    const { doubt, isDriverRunning, path, seen } = this;
    this.seen = this.seenOfModules;
    this.path = undefined;
    this.doubt = 0;
    this.isDriverRunning = false;
    const result = action();
    this.doubt = doubt;
    this.isDriverRunning = isDriverRunning;
    this.path = path;
    this.seen = seen;
    return result;
  }

  evaluate(expression: Expression, scope: Scope): Value {
    if (this.depth >= MAX_DEPTH || !this.spend(1)) return this.giveUp();
    this.depth++;
    try {
      const value = this.interpreter.evaluate(this, expression, scope);
      if (!this.path) this.seen.gave(expression, value);
      return value;
    } finally {
      this.depth--;
    }
  }

  run(body: readonly Statement[], scope: Scope): boolean {
    if (this.depth >= MAX_DEPTH) this.giveUp();
    if (this.isSpent || this.depth >= MAX_DEPTH) return false;
    this.depth++;
    try {
      return this.path
        ? this.interpreter.follow(this, this.path, body, scope)
        : this.interpreter.run(this, body, scope);
    } finally {
      this.depth--;
    }
  }

  call(closure: Closure, given: Arguments, from: CallPlace): Value {
    return this.interpreter.call(this, closure, given, from);
  }

  /** The same atom for the same path. */
  outsideAt(path: string): OutsideAtom {
    const atom = this.outsides.get(path) ?? { kind: 'outside', path };
    this.outsides.set(path, atom);
    return atom;
  }

  touchedBy(code: FunctionCode | ClassCode): Touched {
    return this.touched.at(code, () => touchedBy(code, this.uses));
  }

  /** Counts work. The answer is whether there may be more of it. */
  spend(steps: number): boolean {
    if (this.path) this.pathSteps += steps;
    else this.steps += steps;
    return !this.isSpent;
  }

  giveUp(): Value {
    if (this.path) {
      this.path.isUnclear = true;
      return UNKNOWN_VALUE;
    }
    this.hasGivenUp = true;
    this.isUncertain = true;
    return UNKNOWN_VALUE;
  }

  /** Does what may not run, or may run in part. */
  maybe<T>(frame: Frame, action: () => T): T {
    if (this.path) return action();
    this.choices++;
    frame.doubt++;
    this.doubt++;
    const result = action();
    frame.doubt--;
    this.doubt--;
    return result;
  }

  /** Does what may run any number of times, until once more shows nothing new. */
  repeat<T>(frame: Frame, action: () => T): T {
    if (this.path) return action();
    return this.maybe(frame, () => {
      for (let round = 1; ; round++) {
        const before = this.changes + frame.changes;
        const result = action();
        if (this.changes + frame.changes === before) return result;
        if (round === MAX_ROUNDS) {
          this.giveUp();
          return result;
        }
      }
    });
  }

  /** Whether there is no more following of single paths. */
  get arePathsSpent(): boolean {
    return this.pathSteps > MAX_PATH_STEPS;
  }

  private get isSpent(): boolean {
    return this.path ? this.arePathsSpent : this.steps > MAX_STEPS;
  }
}
