/**
 * Runs one JavaScript VIF driver once: reads a request from stdin, answers over descriptor 3, and ends. Stdout and stderr
 * are the driver's. Node runs this file a second time where files are open in the editor, as their hooks.
 */
import { writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { HOST_READY, type HostAnswer, type HostRequest } from '../hostProtocol';
import { answerOf } from './javascriptAnswer';
import { realPath, useOpenFiles } from './openFiles';
import { thrown } from './thrown';

export { initialize, load } from './openFiles';

const ANSWERS = 3;
const METHODS = ['getVIFConfiguration', 'plug'] as const;

// A driver may replace these: the host keeps its own.
const write = writeSync;
const stringify = JSON.stringify;
const exit = process.exit.bind(process);
const prints = [process.stdout, process.stderr].map((stream) => stream.on('error', () => undefined).write.bind(stream));

if (isMainThread) void main();

async function main(): Promise<void> {
  send(HOST_READY);
  // The host is the only one to write this, and to read what it writes back.
  const request = JSON.parse(await readAll(process.stdin)) as HostRequest;
  const file = realPath(request.classFile);
  // Also what is thrown later, by a timer, say.
  process.once('uncaughtException', (error) => void answer(thrown(error, file, __filename)));
  await answer(await runDriver(request).catch((error: unknown) => thrown(error, file, __filename)));
}

async function runDriver({ file, unsaved, instance, network, mapping }: HostRequest): Promise<HostAnswer> {
  process.chdir(dirname(file));
  if (unsaved.length > 0) useOpenFiles(unsaved, __filename);
  const module: unknown = await import(pathToFileURL(file).href);
  const driverClass = property(module, 'default');
  if (typeof driverClass !== 'function') return { kind: 'no-class', holds: namesIn(module) };
  const driver: unknown = Reflect.construct(driverClass, []);
  const inputs = { getVIFConfiguration: [instance, network], plug: [instance, network, mapping] };
  for (const name of METHODS) {
    const method = property(driver, name);
    if (typeof method !== 'function') continue;
    const result: unknown = await Reflect.apply(method, driver, inputs[name]);
    return answerOf(name, result);
  }
  return { kind: 'no-method' };
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

function namesIn(module: unknown): string[] {
  return typeof module === 'object' && module !== null ? Object.keys(module) : [];
}

/** Answers once all that the driver printed is out, and ends. */
async function answer(facts: HostAnswer): Promise<void> {
  await Promise.all(prints.map((print) => new Promise((resolve) => print('', resolve))));
  send(stringify(facts));
  exit(0);
}

function send(line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  for (let sent = 0; sent < bytes.length;) sent += write(ANSWERS, bytes, sent);
}
