import type { PythonDictionary } from '../pythonValue';
import type { DriverLanguage } from './declaration';

/** What a driver is run with. */
export interface Request {
  readonly instance: PythonDictionary;
  readonly network: PythonDictionary;
  /** For `plug`; nova's later drivers take it beside the network. */
  readonly mapping?: PythonDictionary;
  /** A text of JSON that says the same in members of these names, where there is one: that is what the driver's process is handed. */
  readonly json?: string;
}

/** A driver that can be run. All paths are absolute. */
export interface RunnableDriver {
  readonly language: DriverLanguage;
  /** The file of the module. */
  readonly file: string;
  /** The file that the class stands in; another one where the module passes it on. Failures are located in it. */
  readonly classFile: string;
  /** The dotted name of the module, such as `drivers.qbh`. */
  readonly module: string;
  readonly className: string;
  /** The folders that modules are looked up in, first one first. */
  readonly searchPath: readonly string[];
  /** Texts of open, unsaved files by path: they count in place of what is on disk. */
  readonly unsaved: ReadonlyMap<string, string>;
}

/** One run of one driver. */
export interface DriverRun extends RunnableDriver {
  readonly request: Request;
}

export type DriverFailureReason =
  /** The driver's code, or its import, raised. */
  | 'raised'
  /** The file, the class or its method is not there at run time. */
  | 'not-a-driver'
  /** It returned None, a list, … */
  | 'not-a-dictionary'
  /** A key that is no string, or a value that no template can be filled with. */
  | 'value-refused'
  | 'timed-out'
  | 'cancelled'
  /** Its process ended before it answered. */
  | 'ended'
  /** The result, or what it printed, is too large. */
  | 'too-large'
  /** There is no Python interpreter, or it does not start. */
  | 'no-interpreter';

/** Why a run gave no network dictionary. */
export interface DriverFailure {
  readonly reason: DriverFailureReason;
  /** One sentence or two for the user: what happened and what to do. */
  readonly message: string;
  /** The line (0-based) of the driver's file that it happened at, where that is known. */
  readonly line?: number;
  /** The traceback or stack, where there is one. */
  readonly traceback?: string;
}

/** What a run gives: the network dictionary, or why there is none. */
export type DriverOutcome =
  | { readonly kind: 'returned'; readonly values: PythonDictionary }
  | { readonly kind: 'failed'; readonly failure: DriverFailure };

/** Gets what a driver writes to stdout and stderr, as it comes. */
export type Print = (text: string) => void;

/** A driver that is run with one request after the other. */
export interface OpenDriver {
  /** Runs it with the next request, once those before are answered: there may be many that wait. `give` gets what that gives; no promise, of which a million would take long. */
  run(request: Request, give: (outcome: DriverOutcome) => void): void;
  /** Ends what runs. What still waits is cancelled. */
  close(): Promise<void>;
}

/** Runs drivers in processes of their own. */
export interface DriverRunner {
  /** Runs a driver once, isolated from every other run. Never rejects. `signal` cancels the run. */
  run(run: DriverRun, signal: AbortSignal, print: Print): Promise<DriverOutcome>;
  /** Starts the process that a JavaScript driver that is opened then begins with, while something else is still to be done. Does nothing more. */
  getReady(): void;
  /**
   * Opens a driver for many requests. A JavaScript module is loaded once for all of them, and each request gets a fresh
   * instance of its class; a Python driver runs as with `run`. A request that fails costs no other; where it ends the
   * process without warning, or takes too long, some before it may be run again.
   */
  open(driver: RunnableDriver, signal: AbortSignal, print: Print): OpenDriver;
  /** Ends the processes that are kept ready for the next run. To be called when there is none. */
  dispose(): void;
}
