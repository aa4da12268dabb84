import type { ClassCode, Expression, FunctionCode, Statement } from '../code/code';
import { type ReadOnlyUses, type Touched, touchedBy } from '../code/touched';
import type { Arguments, Language } from './language';
import { Frame, Places, type Scope } from './scope';
import { type ClassAtom, type Closure, type OutsideAtom, UNKNOWN_VALUE, type Value } from './values';

/** How deep expressions and calls may nest before reading gives up on what is inside. */
const MAX_DEPTH = 300;
/** How much of a module is evaluated, in expressions. */
const MAX_STEPS = 500_000;
/** After how many rounds a loop has to have shown all that it does. */
const MAX_ROUNDS = 5;

/** The parts of the interpreter, which call each other through the machine. */
export interface Interpreter {
  evaluate(machine: Machine, expression: Expression, scope: Scope): Value;
  /** Runs a block; the answer is whether it certainly does not reach its end. */
  run(machine: Machine, body: readonly Statement[], scope: Scope): boolean;
  call(machine: Machine, closure: Closure, given: Arguments, from: CallPlace): Value;
}

/** Where a function of the file is called. */
export interface CallPlace {
  /** The same object for the same place of the source. */
  readonly place: object;
  readonly scope: Scope;
  /** Whether the call is waited for; an asynchronous one that is not may end at any time. */
  readonly isAwaited: boolean;
}

/** The state of reading one module. */
export class Machine {
  /** Whether a driver is read, and not the module's own top level. */
  isDriverRunning = false;
  /** Whether something was met that makes all further reading uncertain. */
  isUncertain = false;
  /** How many branches and loops surround what is evaluated, in all calls that are under way. */
  doubt = 0;
  /** Counts what lists, dictionaries and surrounding variables came to hold besides what they held. */
  changes = 0;
  /** The members that some function of the module sets, on whichever object. */
  readonly setMembers = new Set<string>();
  /** Every class that the module makes, in the order of the source. */
  readonly classes: ClassAtom[] = [];
  /** The functions that are under way. */
  readonly running = new Set<FunctionCode>();
  /** The functions that are being handed to code that is not read. */
  readonly leaking = new Set<Closure>();
  /** What the module's top level runs in. */
  readonly moduleFrame = new Frame();
  private readonly touched = new Places<FunctionCode | ClassCode, Touched>();
  private readonly outsides = new Map<string, OutsideAtom>();
  private steps = 0;
  private depth = 0;

  constructor(
    readonly language: Language,
    private readonly interpreter: Interpreter,
    readonly uses: ReadOnlyUses,
    /** Whether names may come into the module unseen. */
    readonly takesAnyName: boolean,
  ) {}

  evaluate(expression: Expression, scope: Scope): Value {
    if (this.depth >= MAX_DEPTH || !this.spend(1)) return this.giveUp();
    this.depth++;
    const value = this.interpreter.evaluate(this, expression, scope);
    this.depth--;
    return value;
  }

  run(body: readonly Statement[], scope: Scope): boolean {
    if (this.depth >= MAX_DEPTH) this.giveUp();
    if (this.isSpent || this.depth >= MAX_DEPTH) return false;
    this.depth++;
    const ends = this.interpreter.run(this, body, scope);
    this.depth--;
    return ends;
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
    this.steps += steps;
    return !this.isSpent;
  }

  giveUp(): Value {
    this.isUncertain = true;
    return UNKNOWN_VALUE;
  }

  /** Does what may not run, or may run in part. */
  maybe<T>(frame: Frame, action: () => T): T {
    frame.doubt++;
    this.doubt++;
    const result = action();
    frame.doubt--;
    this.doubt--;
    return result;
  }

  /** Does what may run any number of times, until once more shows nothing new. */
  repeat<T>(frame: Frame, action: () => T): T {
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

  private get isSpent(): boolean {
    return this.steps > MAX_STEPS;
  }
}
