import { isList, pythonTypeName, type PythonValue } from '../pythonValue';
import type { DriverLanguage } from './declaration';
import type { HostAnswer, HostPlace, NestingFault } from './hostProtocol';
import { MAX_DEPTH, MAX_VALUES } from './hostValue';
import type { DriverFailure, RunnableDriver } from './runner';

type Raised = Extract<HostAnswer, { kind: 'raised' }>;

/** How much of a text out of the driver a message quotes (characters). */
const MAX_QUOTED = 300;

/** What messages say of a run's driver. */
type DriverNamed = Pick<RunnableDriver, 'language' | 'module' | 'className'>;

/** The name that messages call the driver by: as in nova.conf. */
export function driverName({ module, className }: DriverNamed): string {
  return className === '' ? module : `${module}.${className}`;
}

/** The driver's code raised, and where. */
export function raised({ type, text, traceback, place }: Raised): DriverFailure {
  const error = [type, firstLine(text)].filter((part) => part !== '').join(': ');
  const what = type === '' ? `The driver threw ${error}` : error;
  const failure = { reason: 'raised', message: what + placeInWords(place), traceback } as const;
  return place === null ? failure : { ...failure, line: place.line - 1 };
}

function placeInWords(place: HostPlace | null): string {
  if (place === null) return '';
  if (place.function === null) return ` (line ${place.line})`;
  const where = place.function === '<module>' ? 'on import' : `in ${place.function}`;
  return ` (raised ${where}, line ${place.line})`;
}

/** The driver's file is neither on disk nor open in the editor. */
export function noFile(run: RunnableDriver): DriverFailure {
  return { reason: 'not-a-driver', message: `The file of the driver, ${run.file}, is not there. Save or restore it.` };
}

/** The module has no such class; `holds` names what it has. */
export function noClass(run: RunnableDriver, holds: readonly string[]): DriverFailure {
  const held = holds.length === 0 ? 'It holds none.' : `It holds ${inWords(holds)}.`;
  const message =
    run.language === 'python'
      ? `${run.file} has no class ${run.className}. ${held}`
      : `${run.file} has no class as its default export. ${held}`;
  return { reason: 'not-a-driver', message };
}

/** The class has no method that a driver answers with. */
export function noMethod(run: RunnableDriver): DriverFailure {
  const message = `${driverName(run)} has neither the method getVIFConfiguration nor plug. Add one that returns the network dictionary.`;
  return { reason: 'not-a-driver', message };
}

/** The driver returned something of this type instead of a dictionary. */
export function noDictionary(run: RunnableDriver, method: string, type: string): DriverFailure {
  const message = `${method} of ${driverName(run)} returned ${valueInWords(type)}. It must return the network dictionary.`;
  return { reason: 'not-a-dictionary', message };
}

/** A key of the network dictionary is of this type and no string; `key` is how the language writes it. */
export function keyRefused(run: RunnableDriver, key: string, type: string): DriverFailure {
  const message = `${driverName(run)} returned the key ${firstLine(key)}, which is of the type ${type}. Keys must be strings.`;
  return { reason: 'value-refused', message };
}

/** The value of a key is of this type, which has no text. */
export function valueRefused(run: DriverNamed, key: string, type: string): DriverFailure {
  const message = `${driverName(run)} returned a value of the type ${type} for “${firstLine(key)}”. A value must be a string, a number, a boolean or ${nothing(run)}.`;
  return { reason: 'value-refused', message };
}

/** What a language calls the type of a list or a dictionary. */
export function nestedType(language: DriverLanguage, value: PythonValue): string {
  if (language === 'python') return pythonTypeName(value);
  return isList(value) ? 'Array' : 'Object';
}

const NESTED_WRONG: Readonly<Record<NestingFault, string>> = {
  cycle: 'a value that lies in itself',
  depth: `lists and dictionaries that lie more than ${MAX_DEPTH} deep in each other`,
  size: `more than ${MAX_VALUES} values`,
};

/** What lies in the value of a key has no end, or is too much. */
export function nestingRefused(run: RunnableDriver, key: string, fault: NestingFault): DriverFailure {
  const message = `${driverName(run)} returned ${NESTED_WRONG[fault]} for “${firstLine(key)}”. The template cannot be filled with that.`;
  return { reason: fault === 'size' ? 'too-large' : 'value-refused', message };
}

/** `timeLimit` is in ms. */
export function timedOut(run: RunnableDriver, timeLimit: number): DriverFailure {
  const message = `${driverName(run)} did not answer within ${timeLimit / 1000} s and was stopped. Look for what it waits for.`;
  return { reason: 'timed-out', message };
}

export function cancelled(run: RunnableDriver): DriverFailure {
  return { reason: 'cancelled', message: `The run of ${driverName(run)} was cancelled.` };
}

/** The process ended by itself, with an exit code, or was killed by a signal. */
export function ended(run: RunnableDriver, code: number | null, signal: string | null): DriverFailure {
  const how = signal === null ? `ended with exit code ${code ?? 'unknown'}` : `was ended by ${signal}`;
  // What Node.js does when its heap is full; Python raises.
  const isFull = run.language === 'javascript' && (signal === 'SIGABRT' || code === 134);
  const advice = isFull ? ' It may have run out of memory: a driver gets 1 GB.' : '';
  return { reason: 'ended', message: `The process of ${driverName(run)} ${how} before it returned anything.${advice}` };
}

/** The system started no process for the run; `why` is what it said. */
export function refused(run: RunnableDriver, why: string): DriverFailure {
  const message = `The system did not start a process for ${driverName(run)} (${firstLine(why)}). Close some programs, then run it again.`;
  return { reason: 'ended', message };
}

/** The process that starts those of the runs ended with the run: the driver, or something else, has ended it. */
export function hostEnded(run: RunnableDriver, signal: string | null): DriverFailure {
  const how = signal === null ? 'ended' : `was ended by ${signal}`;
  const message = `The host that runs drivers ${how} while it ran ${driverName(run)}. It is started again with the next run.`;
  return { reason: 'ended', message };
}

/** That happened again and again. */
export function crashing(run: RunnableDriver): DriverFailure {
  const message = `${driverName(run)} was not run: the host that runs drivers was ended three times within a minute. Look for what ends it (a driver that kills its parent process, say), wait a minute, then run it again.`;
  return { reason: 'ended', message };
}

/** The answer is no answer: something other than the host wrote it. */
export function garbled(run: RunnableDriver): DriverFailure {
  return { reason: 'ended', message: `The process of ${driverName(run)} gave an answer that makes no sense.` };
}

export function tooLarge(run: RunnableDriver): DriverFailure {
  return { reason: 'too-large', message: `${driverName(run)} returned more than 16 MB. The result is left out.` };
}

/** There is no interpreter. */
export function noPython(): DriverFailure {
  const message =
    'Found no python3 and no python on PATH, outside of the workspace. Install Python 3.6 or later, or set the path of an interpreter.';
  return { reason: 'no-interpreter', message };
}

/** What lies at `program` ran no host; `why` is what it or the system said. */
export function notStarted(run: RunnableDriver, program: string, why: string): DriverFailure {
  const due = run.language === 'python' ? 'Python 3.6 or later' : 'Node.js 20.6 or later';
  const message = `${program} does not work as ${due} (${firstLine(why)}). Install that, or choose another program.`;
  return { reason: 'no-interpreter', message };
}

function nothing(run: DriverNamed): string {
  return run.language === 'python' ? 'None' : 'null';
}

function valueInWords(type: string): string {
  return ['NoneType', 'null', 'undefined'].includes(type)
    ? type.replace('NoneType', 'None')
    : `a value of the type ${type}`;
}

function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function firstLine(text: string): string {
  const line = /^.*/.exec(text)?.[0] ?? '';
  return line.length > MAX_QUOTED ? line.slice(0, MAX_QUOTED) + '…' : line;
}
