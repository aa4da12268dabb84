/**
 * Runs a JavaScript VIF driver, once for each request that comes over descriptor 4, and answers over descriptor 3, until
 * nobody asks any more. Stdout and stderr are the driver's. Node runs this file a second time where files are open in the editor,
 * as their hooks.
 */
import { writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { Socket } from 'node:net';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { frame, FrameReader, type Frame } from '../hostFrames';
import { HOST_READY, type HostAnswer, type HostDriver, type HostRequest } from '../hostProtocol';
import { answerOf } from './javascriptAnswer';
import { realPath, useOpenFiles } from './openFiles';
import { thrown } from './thrown';

export { initialize, load } from './openFiles';

const ANSWERS = 3;
const ASKED = 4;
const METHODS = ['getVIFConfiguration', 'plug'] as const;

// A driver may replace these: the host keeps its own.
const write = writeSync;
const stringify = JSON.stringify;
const exit = process.exit.bind(process);
const parse = JSON.parse;
const prints = [process.stdout, process.stderr].map((stream) => {
  stream.on('error', () => undefined);
  const print = stream.write.bind(stream);
  return (): Promise<void> | undefined =>
    stream.writableLength === 0
      ? undefined
      : new Promise((resolve) =>
          print('', () => {
            resolve();
          }),
        );
});

if (isMainThread) main();

function main(): void {
  send(Buffer.from(`${HOST_READY}\n`));
  const requests = new Socket({ fd: ASKED, readable: true, writable: false });
  const reader = new FrameReader();
  const waiting: (Frame | undefined)[] = [];
  let driver: Driver | undefined;
  let isBusy = false;
  const work = async (): Promise<void> => {
    isBusy = true;
    // A driver that waits for nothing that could come ends the process: our own waiting does not count.
    requests.unref();
    for (let asked = waiting.shift(); asked; asked = waiting.shift()) {
      // Nobody else writes these.
      const told: unknown = parse(asked.payload.toString('utf8'));
      if (asked.kind === 'driver') driver = new Driver(told as HostDriver);
      else await driver?.answer(told as HostRequest);
    }
    requests.ref();
    isBusy = false;
  };
  requests.on('data', (bytes) => {
    waiting.push(...reader.read(bytes));
    if (!isBusy) void work();
  });
  requests.on('end', () => exit(0));
}

/** The driver that is asked for. */
class Driver {
  readonly #file: string;
  #module: unknown;

  constructor(private readonly asked: HostDriver) {
    this.#file = realPath(asked.classFile);
    Object.assign(process.env, asked.environment);
    // Also what is thrown later, by a timer, say. What state that leaves the process in, nobody knows.
    process.once('uncaughtException', (error) => {
      void answer(thrown(error, this.#file, __filename)).then(() => {
        send(frame('over'));
        exit(0);
      });
    });
  }

  async answer(request: HostRequest): Promise<void> {
    await answer(await this.#run(request).catch((error: unknown) => thrown(error, this.#file, __filename)));
  }

  async #run({ instance, network, mapping }: HostRequest): Promise<HostAnswer> {
    this.#module ??= await this.#load();
    const driverClass = property(this.#module, 'default');
    if (typeof driverClass !== 'function') return { kind: 'no-class', holds: namesIn(this.#module) };
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

  #load(): Promise<unknown> {
    const { file, unsaved } = this.asked;
    process.chdir(dirname(this.#file));
    if (unsaved.length > 0) useOpenFiles(unsaved, __filename);
    return import(pathToFileURL(file).href);
  }
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

function namesIn(module: unknown): string[] {
  return typeof module === 'object' && module !== null ? Object.keys(module) : [];
}

/** Answers once all that the driver printed is out. */
async function answer(facts: HostAnswer): Promise<void> {
  for (const printed of prints) await printed();
  send(frame('answered', stringify(facts)));
}

function send(bytes: Buffer): void {
  for (let sent = 0; sent < bytes.length;) sent += write(ANSWERS, bytes, sent);
}
