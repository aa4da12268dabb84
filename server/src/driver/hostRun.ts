import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Host, HostEnd, HostListener } from './host';
import { readHostAnswer, type ReadAnswer } from './hostAnswer';
import { frame, type Frame } from './hostFrames';
import type { RunEnd } from './hostProtocol';
import { PrintRelay } from './printRelay';
import type { Print } from './runner';

/** How one run on a host came to its end. */
export type RunEnding =
  /** `answer` is missing where what it told is none. */
  | { readonly kind: 'answered'; readonly answer: ReadAnswer | undefined }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'cancelled' }
  /** The process of the run ended before it answered. */
  | { readonly kind: 'ended'; readonly code: number | null; readonly signal: string | null }
  /** The host could start no process for the run. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The process that starts those of the runs has ended. `begun`: the run had begun by then. */
  | { readonly kind: 'host-ended'; readonly signal: string | null; readonly begun: boolean }
  | Exclude<HostEnd, { kind: 'ended' }>;

/** What one run may take, and who hears of it. */
export interface RunTerms {
  /** How long it may take from the moment that the host is there, in ms. */
  readonly timeLimit: number;
  readonly signal: AbortSignal;
  readonly print: Print;
}

/** How long a host gets to start (ms). */
export const START_LIMIT = 10_000;
/** How long a host gets to end a run (ms). */
const END_LIMIT = 1000;

/** One run on a host that has none under way. */
export class HostRun implements HostListener {
  readonly #relay: PrintRelay;
  readonly #over: Promise<RunEnding>;
  readonly #gone: Promise<RunEnding>;
  #finish: (ending: RunEnding) => void = () => undefined;
  #leave: (ending: RunEnding) => void = () => undefined;
  #answer: RunEnding | undefined;
  #begun = false;
  #isOver = false;

  constructor(
    private readonly host: Host,
    print: Print,
  ) {
    this.#relay = new PrintRelay(print);
    this.#over = new Promise((resolve) => {
      this.#finish = resolve;
    });
    this.#gone = new Promise((resolve) => {
      this.#leave = resolve;
    });
    host.listener = this;
    if (host.hasGone) this.gone(host.hasGone);
  }

  /** Hands the frames in and waits for whatever comes first. `finish` is still due. Never rejects. */
  async ask(frames: readonly Buffer[], { timeLimit, signal }: RunTerms): Promise<RunEnding> {
    const settled = new AbortController();
    const endings = [
      this.#over,
      this.#gone,
      this.#timeout(timeLimit, settled.signal),
      cancellation(signal, settled.signal),
    ];
    this.host.send(frames);
    try {
      return await Promise.race(endings);
    } finally {
      settled.abort();
    }
  }

  /** Ends the run, if it is not over, with all that it started. Says whether the host can take another one; else it has been ended, too. */
  async finish(): Promise<boolean> {
    const isFree = await this.#free();
    if (!isFree) await this.host.end();
    this.#relay.end();
    this.host.listener = undefined;
    return isFree;
  }

  told({ kind, payload }: Frame): void {
    switch (kind) {
      case 'started':
        this.#begun = true;
        return;
      case 'answered':
        this.#answered({ kind, answer: readHostAnswer(payload.toString('utf8')) });
        return;
      case 'too-large':
        this.#answered({ kind });
        return;
      case 'over':
        if (!this.host.command.forks) return;
        this.#isOver = true;
        this.#finish(this.#answer ?? endingOf(payload));
        return;
    }
  }

  printed(descriptor: number, bytes: Buffer): void {
    this.#relay.pass(descriptor, bytes);
  }

  gone(end: HostEnd): void {
    this.#leave(this.#hostEnding(end));
  }

  /** A host that forks tells when the run is over: no process of it is left then. */
  #answered(answer: RunEnding): void {
    this.#answer ??= answer;
    if (!this.host.command.forks) this.#finish(this.#answer);
  }

  async #free(): Promise<boolean> {
    if (!this.host.command.forks || this.host.whyNotStarted()) return false;
    if (this.#isOver) return true;
    this.host.send([frame('cancel')]);
    const settled = new AbortController();
    const late = delay(END_LIMIT, undefined, { signal: settled.signal }).catch(() => undefined);
    await Promise.race([this.#over, this.#gone, late]);
    settled.abort();
    return this.#isOver;
  }

  #hostEnding(end: HostEnd): RunEnding {
    if (end.kind !== 'ended') return end;
    if (this.#answer) return this.#answer;
    return this.host.command.forks ? { kind: 'host-ended', signal: end.signal, begun: this.#begun } : end;
  }

  /** That the host starts does not count: a driver has no say in how long that takes. */
  async #timeout(timeLimit: number, settled: AbortSignal): Promise<RunEnding> {
    await Promise.race([this.host.ready, delay(START_LIMIT, undefined, { signal: settled })]);
    const why = this.host.whyNotStarted();
    if (why) return why;
    await delay(timeLimit, undefined, { signal: settled });
    return { kind: 'timed-out' };
  }
}

function endingOf(payload: Buffer): RunEnding {
  try {
    const { code, signal, refused } = JSON.parse(payload.toString('utf8')) as RunEnd;
    return refused === null ? { kind: 'ended', code, signal } : { kind: 'refused', why: refused };
  } catch {
    return { kind: 'garbled' };
  }
}

/** Fulfilled when `signal` aborts, rejects when `settled` does. */
async function cancellation(signal: AbortSignal, settled: AbortSignal): Promise<RunEnding> {
  if (!signal.aborted) await once(signal, 'abort', { signal: settled });
  return { kind: 'cancelled' };
}
