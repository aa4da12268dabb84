import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { cloudEnvironment } from './environment';
import { noFile } from './failure';
import { findPython } from './findPython';
import { Host } from './host';
import { javascriptCommand, limitsOf, pythonCommand, type HostCommand } from './hostCommand';
import { driverFrame, requestFrame } from './hostQuestion';
import type { RunEnding } from './hostRun';
import { Hosts } from './hosts';
import { failed, outcomeOf } from './outcome';
import type { DriverOutcome, DriverRun, DriverRunner, OpenDriver, Print, RunnableDriver } from './runner';
import { PipelinedDriver } from './pipelinedDriver';
import { SequentialDriver } from './sequentialDriver';

/** What every run of one runner shares. */
export interface DriverRunnerOptions {
  /** The folder that holds `python_host.py` and `javascriptHost.js`. */
  readonly hosts: string;
  /** The Python interpreter, as an absolute path, or as a name to look for on PATH; else `python3` or `python` is looked for. */
  readonly python?: string;
  /** The workspace's folders: no interpreter that was looked for on PATH comes from them. */
  readonly forbiddenFolders: readonly string[];
  /** The folder of the drivers that ship: these may see which cloud the user has chosen, and its credentials. */
  readonly shipped?: string;
  /** How long a run may take, in ms. */
  readonly timeLimit: number;
  /** Whether Python forks for each run; where the system can, unless said. */
  readonly forks?: boolean;
}

/** Makes a runner. Nothing is started before the first run. When `run` resolves, the processes of the run have ended. */
export function createDriverRunner(options: DriverRunnerOptions): DriverRunner {
  return new Runner(options);
}

class Runner implements DriverRunner {
  readonly #hosts = { python: new Hosts(() => this.#python()), javascript: new Hosts(() => this.#javascript()) };

  /** Started before it is known what for. */
  #ahead: Host | undefined;

  constructor(private readonly options: DriverRunnerOptions) {}

  async run(run: DriverRun, signal: AbortSignal, print: Print): Promise<DriverOutcome> {
    if (!isThere(run)) return failed(noFile(run));
    const { timeLimit } = this.options;
    const frames = [this.#driverFrame(run), requestFrame(run.request)];
    const ran = await this.#hosts[run.language].run(frames, { timeLimit, signal, print });
    return outcomeOf(run, ran, timeLimit);
  }

  getReady(): void {
    try {
      this.#ahead ??= new Host(this.#lasting());
    } catch {
      // Whoever needs one will see why there is none.
    }
  }

  open(driver: RunnableDriver, signal: AbortSignal, print: Print): OpenDriver {
    if (driver.language === 'python' || !isThere(driver)) {
      this.#endAhead();
      return new SequentialDriver((request, each) => this.run({ ...driver, request }, each, print), signal);
    }
    const { timeLimit } = this.options;
    const command = this.#lasting();
    const pipeline = {
      start: () => this.#takeAhead() ?? new Host(command),
      driver: this.#driverFrame(driver),
      outcome: (ending: RunEnding) => outcomeOf(driver, { ending, program: command.program }, timeLimit),
    };
    return new PipelinedDriver(pipeline, { timeLimit, signal, print });
  }

  dispose(): void {
    this.#endAhead();
    this.#hosts.python.dispose();
    this.#hosts.javascript.dispose();
  }

  #takeAhead(): Host | undefined {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    if (!ahead?.hasGone) return ahead;
    void ahead.end();
    return undefined;
  }

  #endAhead(): void {
    void this.#ahead?.end();
    this.#ahead = undefined;
  }

  /** How a host is started that runs for as long as there are requests. */
  #lasting(): HostCommand {
    const { hosts, timeLimit } = this.options;
    return javascriptCommand(hosts, { ...limitsOf(timeLimit), processorTime: 'unlimited' });
  }

  #driverFrame(driver: RunnableDriver): Buffer {
    const { shipped } = this.options;
    const ships = shipped !== undefined && driver.file.startsWith(shipped + sep);
    return driverFrame(driver, ships ? cloudEnvironment(process.env) : {});
  }

  #python(): HostCommand | undefined {
    const { hosts, python, forbiddenFolders, timeLimit, forks } = this.options;
    const interpreter = findPython(python, process.env.PATH ?? '', forbiddenFolders);
    return interpreter === undefined ? undefined : pythonCommand(interpreter, hosts, limitsOf(timeLimit), forks);
  }

  #javascript(): HostCommand {
    return javascriptCommand(this.options.hosts, limitsOf(this.options.timeLimit));
  }
}

function isThere({ file, unsaved }: RunnableDriver): boolean {
  return unsaved.has(file) || existsSync(file);
}
