import { setTimeout as delay } from 'node:timers/promises';
import type { Host, HostEnd, HostListener } from './host';
import { readHostAnswer, type ReadAnswer } from './hostAnswer';
import type { Frame } from './hostFrames';
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
  /** Fulfilled with what comes first, however much comes. */
  readonly #ending: Promise<RunEnding>;
  /** Fulfilled when nothing more comes from the host. */
  readonly #left: Promise<void>;
  #end: (ending: RunEnding) => void = () => undefined;
  #leave: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #answer: RunEnding | undefined;
  #begun = false;
  #isOver = false;
  /** Whether it is to end as soon as it has begun. */
  #isUnwanted = false;

  constructor(
    private readonly host: Host,
    print: Print,
  ) {
    this.#relay = new PrintRelay(print);
    this.#ending = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#left = new Promise((resolve) => {
      this.#leave = resolve;
    });
    host.listener = this;
    if (host.hasGone) this.gone(host.hasGone);
  }

  /**
   * Hands the frames in and waits for whatever comes first. `finish` is still due. Never rejects. It makes no promise and no signal for
   * each thing that may come: these would take longer than all else that is done here for a run.
   */
  async ask(frames: readonly Buffer[], { timeLimit, signal }: RunTerms): Promise<RunEnding> {
    this.host.send(frames);
    const cancel = (): void => {
      this.#end({ kind: 'cancelled' });
    };
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    this.#limitTime(timeLimit);
    const ending = await this.#ending;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    signal.removeEventListener('abort', cancel);
    return ending;
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
        if (this.#isUnwanted) this.host.endRun();
        return;
      case 'answered':
        this.#answered({ kind, answer: readHostAnswer(payload.toString('utf8')) });
        return;
      case 'too-large':
        this.#answered({ kind });
        return;
      case 'over':
        if (this.host.command.forks) this.#over(this.#answer ?? endingOf(payload));
        return;
    }
  }

  printed(descriptor: number, bytes: Buffer): void {
    this.#relay.pass(descriptor, bytes);
  }

  gone(end: HostEnd): void {
    this.#end(this.#hostEnding(end));
    this.#leave();
  }

  /** A host that forks tells when the run is over: no process of it is left then. */
  #answered(answer: RunEnding): void {
    this.#answer ??= answer;
    if (!this.host.command.forks) this.#end(this.#answer);
  }

  /** A process may end while it waits for a run, unless there could be none; another one takes the request then, which is still there. */
  #over(ending: RunEnding): void {
    if (!this.#begun && ending.kind !== 'refused') return;
    this.#isOver = true;
    this.#end(ending);
    this.#leave();
  }

  async #free(): Promise<boolean> {
    if (!this.host.command.forks || this.host.whyNotStarted()) return false;
    if (this.#isOver) return true;
    this.#isUnwanted = true;
    this.host.endRun();
    const settled = new AbortController();
    const late = delay(END_LIMIT, undefined, { signal: settled.signal }).catch(() => undefined);
    await Promise.race([this.#left, late]);
    settled.abort();
    return this.#isOver;
  }

  #hostEnding(end: HostEnd): RunEnding {
    if (end.kind !== 'ended') return end;
    if (this.#answer) return this.#answer;
    return this.host.command.forks ? { kind: 'host-ended', signal: end.signal, begun: this.#begun } : end;
  }

  /** That the host starts does not count: a driver has no say in how long that takes. */
  #limitTime(timeLimit: number): void {
    const late = (): void => {
      this.#end(this.host.whyNotStarted() ?? { kind: 'timed-out' });
    };
    if (!this.host.whyNotStarted()) {
      this.#timer = setTimeout(late, timeLimit);
      return;
    }
    this.#timer = setTimeout(late, START_LIMIT);
    void this.host.ready.then(() => {
      if (!this.#timer) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(late, timeLimit);
    });
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
