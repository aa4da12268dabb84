import { spawn, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { constants } from 'node:os';
import { Readable, Writable } from 'node:stream';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import type { HostCommand } from './hostCommand';
import { HostReader, type Told } from './hostReader';
import type { Frame } from './hostFrames';
import { endGroup, HAS_GROUPS, RunGroup, watchGroup } from './processGroup';

/** How a host's process came to its end, or to where nothing can be done with it. */
export type HostEnd =
  | { readonly kind: 'ended'; readonly code: number | null; readonly signal: string | null }
  /** It told something that makes no sense. */
  | { readonly kind: 'garbled' }
  | NotStarted;

/** No host ran; `why` is what the system or the program said. */
export interface NotStarted {
  readonly kind: 'not-started';
  readonly why: string;
}

/** Gets what comes from a host. */
export interface HostListener {
  told(frame: Frame): void;
  printed(descriptor: number, bytes: Buffer): void;
  /** The process is of no more use; `end` is still due. */
  gone(end: HostEnd): void;
}

/** How long output that is on its way is waited for (ms): a process that left the group may hold the pipes open for ever. */
const GRACE = 100;
/** How much of what a program printed before it started as a host is kept, to tell why it did not (characters). */
const MAX_SAID = 4000;

/** One process that runs drivers, in a process group of its own. */
export class Host {
  /** Who listens now. */
  listener: HostListener | undefined;
  /** Fulfilled when the host has told that it runs. */
  readonly ready: Promise<void>;
  /** How it has come to its end, if it has: what its listener was told. A promise would hold on to every run that waited for it. */
  hasGone: HostEnd | undefined;

  readonly #child: ChildProcess;
  readonly #reader = new HostReader();
  readonly #closed: Promise<unknown>;
  #run: RunGroup | undefined;
  #said = '';
  #start: () => void = () => undefined;

  /** Starts it. Throws where the system refuses at once. */
  constructor(readonly command: HostCommand) {
    this.ready = new Promise((resolve) => {
      this.#start = resolve;
    });
    this.#child = start(command);
    this.#closed = new Promise((resolve) => this.#child.once('close', resolve));
    this.#child.on('error', ({ message }) => {
      this.#leave({ kind: 'not-started', why: message });
    });
    this.#child.once('exit', (code, signal) => void this.#exited(code, signal));
    for (const [descriptor, stream] of this.#child.stdio.entries()) {
      // What goes wrong with a pipe shows in how the process ends.
      stream?.on('error', () => undefined);
      if (stream instanceof Readable && descriptor !== command.asked) this.#read(descriptor, stream);
    }
  }

  /** Hands it frames. */
  send(frames: readonly Buffer[]): void {
    const asked = this.#child.stdio[this.command.asked];
    if (asked instanceof Writable) asked.write(Buffer.concat(frames));
  }

  /** Why there is no sign of a host so far, or undefined where there is one. */
  whyNotStarted(): NotStarted | undefined {
    if (this.#reader.ready) return undefined;
    const lastLine = this.#said.trimEnd().split('\n').at(-1) ?? '';
    return { kind: 'not-started', why: lastLine === '' ? 'it gave no sign of life' : `it said “${lastLine}”` };
  }

  /** Whether this process stays for it. One that only waits for the next run is no reason to. */
  hold(isHeld: boolean): void {
    const handles = [this.#child, ...this.#child.stdio.filter((stream) => stream instanceof Socket)];
    for (const handle of handles) {
      if (isHeld) handle.ref();
      else handle.unref();
    }
  }

  /** Ends the run that is under way, if there is one that has started; the host tells when nothing is left of it. */
  endRun(): void {
    this.#run?.end();
  }

  /** Ends the process with its group and with the run that is under way. Fulfilled when what was printed has come. */
  async end(): Promise<void> {
    endGroup(this.#child);
    this.#run?.end();
    await this.#drained();
    for (const stream of this.#child.stdio) stream?.destroy();
  }

  #read(descriptor: number, stream: Readable): void {
    if (descriptor === this.command.answers) {
      stream.on('data', (bytes: Buffer) => {
        for (const told of this.#reader.read(bytes)) this.#take(told);
        if (this.#reader.ready) this.#start();
      });
      return;
    }
    stream.on('data', (bytes: Buffer) => {
      if (!this.#reader.ready && this.#said.length < MAX_SAID) this.#said += bytes.toString('utf8');
      this.listener?.printed(descriptor, bytes);
    });
  }

  #take(told: Told): void {
    switch (told.kind) {
      case 'rubbish':
        this.#leave({ kind: 'not-started', why: `it answered “${told.text}”` });
        return;
      case 'garbled':
        this.#leave({ kind: 'garbled' });
        return;
      case 'printed':
        this.listener?.printed(this.command.answers, told.payload);
        return;
      case 'started':
        this.#started(Number(told.payload.toString('latin1')));
        break;
      case 'over':
        this.#run?.forget();
        break;
    }
    this.listener?.told(told);
  }

  #leave(end: HostEnd): void {
    if (this.hasGone) return;
    this.hasGone = end;
    this.listener?.gone(end);
  }

  /** Only a host that forks has the say: where a driver runs in the host's own process, it may tell anything. */
  #started(leader: number): void {
    if (this.command.forks && Number.isInteger(leader) && leader > 1) this.#run = new RunGroup(leader);
  }

  /** What it wrote before is read first: that may hold the answer. */
  async #exited(code: number | null, signal: string | null): Promise<void> {
    endGroup(this.#child);
    this.#run?.end();
    await this.#drained();
    this.#leave(this.whyNotStarted() ?? { kind: 'ended', ...ended(code, signal) });
  }

  async #drained(): Promise<void> {
    const settled = new AbortController();
    await Promise.race([this.#closed, delay(GRACE, undefined, { signal: settled.signal }).catch(() => undefined)]);
    settled.abort();
    // The timer may be late and so come before output that has been there for long; one more turn reads that.
    await turn();
  }
}

function start(command: HostCommand): ChildProcess {
  const child = spawn(command.file, command.args, {
    cwd: command.folder,
    env: command.environment,
    stdio: command.asked === 0 ? 'pipe' : ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    detached: HAS_GROUPS,
    windowsHide: true,
  });
  watchGroup(child, command.forks ? letEnd : undefined);
  return child;
}

/** A host that forks ends by itself once nobody asks it any more, and ends what drivers have left better than we can. It may have been halted. */
function letEnd(child: ChildProcess): void {
  child.kill('SIGCONT');
}

/** A shell tells by its exit code which signal has ended what it ran. */
function ended(
  code: number | null,
  signal: string | null,
): { readonly code: number | null; readonly signal: string | null } {
  const [name = null] = Object.entries(constants.signals).find(([, number]) => number + 128 === code) ?? [];
  return name === null ? { code, signal } : { code: null, signal: name };
}
