import type { Host, HostEnd } from './host';
import type { Frame } from './hostFrames';
import { requestFrame } from './hostQuestion';
import { START_LIMIT, type RunEnding, type RunTerms } from './hostRun';
import { PrintRelay } from './printRelay';
import type { DriverOutcome, OpenDriver, Request } from './runner';

/** How many requests a host is handed before it has answered the first of them: it shall never wait for us. */
const AHEAD = 64;

/** A request that is not answered yet. */
interface Waiting {
  readonly frame: Buffer;
  readonly answer: (ending: RunEnding) => void;
}

/** How to run an open driver. */
export interface Pipeline {
  /** Starts a host. May throw. */
  readonly start: () => Host;
  /** The frame that tells it which driver to run. */
  readonly driver: Buffer;
  /** What a run that ended so gives. */
  readonly outcome: (ending: RunEnding) => DriverOutcome;
}

/**
 * An open driver that one host runs, with one request after the other. A request that ends the host, or takes too long, is the
 * first of those that are not answered; another host goes on with the next.
 */
export class PipelinedDriver implements OpenDriver {
  readonly #relay: PrintRelay;
  /** Both in the order of their answers. */
  readonly #sent = new Set<Waiting>();
  readonly #waiting = new Set<Waiting>();
  #host: Host | undefined;
  #ends: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isDue = false;
  #isCancelled = false;
  readonly #cancel = (): void => {
    this.#isCancelled = true;
    this.#endAll({ kind: 'cancelled' });
  };

  constructor(
    private readonly pipeline: Pipeline,
    private readonly terms: RunTerms,
  ) {
    this.#relay = new PrintRelay(terms.print);
    terms.signal.addEventListener('abort', this.#cancel);
  }

  async run(request: Request): Promise<DriverOutcome> {
    if (this.#isCancelled || this.terms.signal.aborted) return this.pipeline.outcome({ kind: 'cancelled' });
    const ending = await new Promise<RunEnding>((answer) => {
      this.#waiting.add({ frame: requestFrame(request), answer });
      this.#sendSoon();
    });
    return this.pipeline.outcome(ending);
  }

  async close(): Promise<void> {
    this.#cancel();
    this.terms.signal.removeEventListener('abort', this.#cancel);
    await this.#ends;
    this.#relay.end();
  }

  #take({ kind, payload }: Frame): void {
    if (kind === 'answered') this.#answerFirst({ kind, text: payload.toString('utf8') });
    if (kind === 'too-large') this.#startOver({ kind });
    if (kind === 'over') this.#startOver();
  }

  /** What comes together is sent together. */
  #sendSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#send();
    });
  }

  #send(): void {
    // Many that are handed over at once cost hardly more than one.
    if (this.#waiting.size === 0 || this.#sent.size > AHEAD / 2) return;
    if (this.#sent.size === 0) this.#timer?.refresh();
    const frames = this.#host ? [] : this.#begin();
    for (const each of this.#waiting) {
      if (this.#sent.size >= AHEAD) break;
      this.#waiting.delete(each);
      this.#sent.add(each);
      frames.push(each.frame);
    }
    this.#host?.send(frames);
  }

  /** Starts a host. Gives what it is told first. */
  #begin(): Buffer[] {
    try {
      const host = this.pipeline.start();
      this.#host = host;
      host.listener = {
        told: (frame) => {
          if (this.#host === host) this.#take(frame);
        },
        printed: (descriptor, bytes) => {
          this.#relay.pass(descriptor, bytes);
        },
        gone: (end) => {
          if (this.#host === host) this.#gone(end);
        },
      };
      this.#watch(START_LIMIT);
      void host.ready.then(() => {
        if (this.#host === host) this.#watch(this.terms.timeLimit);
      });
    } catch (error) {
      this.#endAll({ kind: 'not-started', why: error instanceof Error ? error.message : String(error) });
    }
    return [this.pipeline.driver];
  }

  #answerFirst(ending: RunEnding): void {
    const [first] = this.#sent;
    if (!first) return;
    this.#sent.delete(first);
    first.answer(ending);
    this.#timer?.refresh();
    this.#sendSoon();
  }

  #gone(end: HostEnd): void {
    if (end.kind === 'not-started') this.#endAll(end);
    else this.#startOver(end);
  }

  /** Nothing has come for too long: either from the host, or from what runs. A host that has nothing to do may be silent. */
  #late(): void {
    const why = this.#host?.whyNotStarted();
    if (why) this.#endAll(why);
    else if (this.#sent.size > 0) this.#startOver({ kind: 'timed-out' });
    else this.#timer?.refresh();
  }

  #watch(limit: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#late();
    }, limit);
  }

  /** Ends the host. The first request ends so, where an ending is given; another host gets the rest. */
  #startOver(ending?: RunEnding): void {
    this.#endHost();
    if (ending) this.#answerFirst(ending);
    const rest = [...this.#sent, ...this.#waiting];
    this.#sent.clear();
    this.#waiting.clear();
    for (const each of rest) this.#waiting.add(each);
    this.#sendSoon();
  }

  #endAll(ending: RunEnding): void {
    this.#endHost();
    const all = [...this.#sent, ...this.#waiting];
    this.#sent.clear();
    this.#waiting.clear();
    for (const { answer } of all) answer(ending);
  }

  #endHost(): void {
    clearTimeout(this.#timer);
    const host = this.#host;
    this.#host = undefined;
    if (host) this.#ends = Promise.all([this.#ends, host.end()]).then(() => undefined);
  }
}
