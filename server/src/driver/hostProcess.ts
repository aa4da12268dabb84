import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { AnswerReader } from './answerReader';
import { PrintRelay } from './printRelay';
import { endGroup, HAS_GROUPS, watchGroup } from './processGroup';

/** How to start a host. */
export interface HostCommand {
  readonly file: string;
  readonly args: readonly string[];
  /** Where it starts. The host itself goes to the driver's folder, so that nothing there has a say in how it starts. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The descriptor that it answers over; what comes over the others is the driver's print. */
  readonly answers: 1 | 3;
}

/** How a host's process came to its end. */
export type HostEnding =
  | { readonly kind: 'answered'; readonly text: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'ended'; readonly code: number | null; readonly signal: string | null }
  /** No host ran; `why` is what the system or the program said. */
  | { readonly kind: 'not-started'; readonly why: string };

/** How long output that is on its way is waited for (ms): a process that left the group may hold the pipes open for ever. */
const GRACE = 100;
/** How much of what a program printed before it started as a host is kept, to tell why it did not (characters). */
const MAX_SAID = 4000;

/**
 * Runs a host once, in a process group of its own, and ends the whole group before it resolves. Never rejects.
 * `request` is what it reads from stdin, `timeLimit` the time from start to answer in ms. `print` gets what the driver
 * prints, as it comes and not after the promise has resolved.
 */
export async function runHost(
  command: HostCommand,
  request: string,
  timeLimit: number,
  signal: AbortSignal,
  print: (text: string) => void,
): Promise<HostEnding> {
  if (signal.aborted) return { kind: 'cancelled' };
  try {
    return await new HostProcess(command, print).ask(request, timeLimit, signal);
  } catch (error) {
    return { kind: 'not-started', why: error instanceof Error ? error.message : String(error) };
  }
}

/** One running host. */
class HostProcess {
  readonly #child: ChildProcess;
  readonly #answers: Readable | undefined;
  readonly #reader = new AnswerReader();
  readonly #closed: Promise<void>;
  #said = '';

  constructor(command: HostCommand, print: (text: string) => void) {
    this.#child = start(command);
    this.#closed = new Promise((resolve) => {
      this.#child.once('close', () => {
        resolve();
      });
    });
    const outputs = this.#child.stdio.map((stream) => (stream instanceof Readable ? stream : undefined));
    this.#answers = outputs[command.answers];
    this.#relay(
      outputs.filter((stream) => stream !== this.#answers),
      new PrintRelay(print),
    );
  }

  /** Hands the request in and waits for whatever comes first; then ends the group. Rejects where the program could not be started. */
  async ask(request: string, timeLimit: number, signal: AbortSignal): Promise<HostEnding> {
    const settled = new AbortController();
    const endings = [
      this.#answer(),
      this.#end(),
      this.#timeout(timeLimit, settled.signal),
      cancellation(signal, settled.signal),
    ];
    this.#child.stdin?.end(request);
    try {
      return await Promise.race(endings);
    } finally {
      settled.abort();
      endGroup(this.#child);
      await this.#drained();
      for (const stream of this.#child.stdio) stream?.destroy();
    }
  }

  #relay(outputs: readonly (Readable | undefined)[], relay: PrintRelay): void {
    for (const output of outputs) {
      output?.setEncoding('utf8').on('data', (text: string) => {
        if (!this.#reader.ready && this.#said.length < MAX_SAID) this.#said += text;
        relay.pass(text);
      });
    }
  }

  #answer(): Promise<HostEnding> {
    return new Promise((resolve) => {
      const read = (bytes: Buffer): void => {
        const answer = this.#reader.read(bytes);
        if (answer === undefined) return;
        this.#answers?.off('data', read);
        resolve(answer.kind === 'rubbish' ? { kind: 'not-started', why: `it answered “${answer.text}”` } : answer);
      };
      this.#answers?.on('data', read);
    });
  }

  /** The end of the process, told once what it wrote before has been read: that may hold the answer. */
  #end(): Promise<HostEnding> {
    return new Promise((resolve, reject) => {
      this.#child.on('error', reject);
      this.#child.once('exit', (code, signal) => {
        endGroup(this.#child);
        void this.#drained().then(() => {
          resolve(this.#reader.ready ? { kind: 'ended', code, signal } : this.#notStarted());
        });
      });
    });
  }

  async #timeout(timeLimit: number, settled: AbortSignal): Promise<HostEnding> {
    await delay(timeLimit, undefined, { signal: settled });
    return this.#reader.ready ? { kind: 'timed-out' } : this.#notStarted();
  }

  #notStarted(): HostEnding {
    const lastLine = this.#said.trimEnd().split('\n').at(-1) ?? '';
    return { kind: 'not-started', why: lastLine === '' ? 'it gave no sign of life' : `it said “${lastLine}”` };
  }

  async #drained(): Promise<void> {
    await Promise.race([this.#closed, delay(GRACE, undefined, { ref: false })]);
    // The timer may be late and so come before output that has been there for long; one more turn reads that.
    await turn();
  }
}

function start(command: HostCommand): ChildProcess {
  const child = spawn(command.file, command.args, {
    cwd: command.folder,
    env: command.environment,
    stdio: command.answers === 1 ? 'pipe' : ['pipe', 'pipe', 'pipe', 'pipe'],
    detached: HAS_GROUPS,
    windowsHide: true,
  });
  watchGroup(child);
  // What goes wrong with a pipe shows in how the process ends.
  for (const stream of child.stdio) stream?.on('error', () => undefined);
  return child;
}

/** Resolves when `signal` aborts, rejects when `settled` does. */
async function cancellation(signal: AbortSignal, settled: AbortSignal): Promise<HostEnding> {
  await once(signal, 'abort', { signal: settled });
  return { kind: 'cancelled' };
}
