import { existsSync } from 'node:fs';
import { writePythonJson } from '../pythonJson';
import type { PythonValue } from '../pythonValue';
import * as failure from './failure';
import { findPython } from './findPython';
import { readHostAnswer, type ReadAnswer } from './hostAnswer';
import { javascriptCommand, pythonCommand } from './hostCommand';
import { runHost, type HostCommand, type HostEnding } from './hostProcess';
import type { HostRequest } from './hostProtocol';
import type { DriverFailure, DriverOutcome, DriverRun, DriverRunner, Print } from './runner';
import { SequentialDriver } from './sequentialDriver';

/** What every run of one runner shares. */
export interface DriverRunnerOptions {
  /** The folder that holds `python_host.py` and `javascriptHost.js`. */
  readonly hosts: string;
  /** The Python interpreter, as an absolute path, or as a name to look for on PATH; else `python3` or `python` is looked for. */
  readonly python?: string;
  /** The workspace's folders: no interpreter that was looked for on PATH comes from them. */
  readonly forbiddenFolders: readonly string[];
  /** How long a run may take, in ms. */
  readonly timeLimit: number;
}

/** Makes a runner that runs each driver in a fresh process. When `run` resolves, that process has ended, and its group with it. */
export function createDriverRunner(options: DriverRunnerOptions): DriverRunner {
  const run: DriverRunner['run'] = (each, signal, print) => runOnce(each, options, signal, print);
  return {
    run,
    open: (driver, signal, print) =>
      new SequentialDriver((request, each) => run({ ...driver, request }, each, print), signal),
    dispose: () => undefined,
  };
}

async function runOnce(
  run: DriverRun,
  options: DriverRunnerOptions,
  signal: AbortSignal,
  print: Print,
): Promise<DriverOutcome> {
  if (!run.unsaved.has(run.file) && !existsSync(run.file)) return failed(failure.noFile(run));
  const command = commandFor(run, options);
  if (command === undefined) return failed(failure.noPython());
  const ending = await runHost(command, requestText(run), options.timeLimit, signal, print);
  return ending.kind === 'answered'
    ? outcomeOf(run, readHostAnswer(ending.text))
    : failed(failureOf(run, ending, command, options.timeLimit));
}

function commandFor(run: DriverRun, { hosts, python, forbiddenFolders }: DriverRunnerOptions): HostCommand | undefined {
  if (run.language === 'javascript') return javascriptCommand(hosts);
  const interpreter = findPython(python, process.env.PATH ?? '', forbiddenFolders);
  return interpreter === undefined ? undefined : pythonCommand(interpreter, hosts);
}

const SOURCES = { python: /\.py$/, javascript: /\.[cm]?js$/ };

function requestText({
  file,
  classFile,
  module,
  className,
  searchPath,
  request,
  unsaved,
  language,
}: DriverRun): string {
  const { instance, network, mapping = new Map<string, never>() } = request;
  const open = [...unsaved].filter(([path]) => SOURCES[language].test(path));
  const asked: Readonly<Record<keyof HostRequest, PythonValue>> = {
    file,
    classFile,
    module,
    className,
    searchPath,
    instance,
    network,
    mapping,
    unsaved: open,
  };
  return writePythonJson(new Map(Object.entries(asked)));
}

function failureOf(
  run: DriverRun,
  ending: Exclude<HostEnding, { kind: 'answered' }>,
  command: HostCommand,
  timeLimit: number,
): DriverFailure {
  switch (ending.kind) {
    case 'too-large':
      return failure.tooLarge(run);
    case 'timed-out':
      return failure.timedOut(run, timeLimit);
    case 'cancelled':
      return failure.cancelled(run);
    case 'ended':
      return failure.ended(run, ending.code, ending.signal);
    case 'not-started':
      return failure.notStarted(run, command.file, ending.why);
  }
}

function outcomeOf(run: DriverRun, answer: ReadAnswer | undefined): DriverOutcome {
  switch (answer?.kind) {
    case undefined:
      return failed(failure.garbled(run));
    case 'returned':
      return { kind: 'returned', values: answer.values };
    case 'raised':
      return failed(failure.raised(answer));
    case 'no-class':
      return failed(failure.noClass(run, answer.holds));
    case 'no-method':
      return failed(failure.noMethod(run));
    case 'no-dictionary':
      return failed(failure.noDictionary(run, answer.method, answer.type));
    case 'key-refused':
      return failed(failure.keyRefused(run, answer.key, answer.type));
    case 'value-refused':
      return failed(failure.valueRefused(run, answer.key, answer.type));
    case 'nesting-refused':
      return failed(failure.nestingRefused(run, answer.key, answer.fault));
  }
}

function failed(why: DriverFailure): DriverOutcome {
  return { kind: 'failed', failure: why };
}
