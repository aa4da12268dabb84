import type { Host, HostEnd } from './host';
import { readHostAnswers, type ReadAnswer } from './hostAnswer';
import type { Frame } from './hostFrames';
import { groupFrame, requestJson } from './hostQuestion';
import { START_LIMIT, type RunEnding, type RunTerms } from './hostRun';
import { PrintRelay } from './printRelay';
import { RequestQueue } from './requestQueue';
import type { DriverOutcome, OpenDriver, Request } from './runner';

/** How many groups of requests a host is handed before it has answered the first of them: it shall never wait for us. */
const AHEAD = 8;

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
 * An open driver that one host runs, with one request after the other. A request that ends the host, or takes too long, is found
 * among those of the group under way; another host goes on with the next.
 */
export class PipelinedDriver implements OpenDriver {
  readonly #relay: PrintRelay;
  readonly #queue = new RequestQueue();
  #host: Host | undefined;
  #ends: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  /** Whether this host has answered a request. */
  #hasAnswered = false;
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

  run(request: Request, give: (outcome: DriverOutcome) => void): void {
    const answer = (ending: RunEnding): void => {
      give(this.pipeline.outcome(ending));
    };
    if (this.#isCancelled || this.terms.signal.aborted) {
      answer({ kind: 'cancelled' });
      return;
    }
    this.#queue.add({ json: requestJson(request), answer, isApart: false });
    this.#sendSoon();
  }

  async close(): Promise<void> {
    this.#cancel();
    this.terms.signal.removeEventListener('abort', this.#cancel);
    await this.#ends;
    this.#relay.end();
  }

  #take({ kind, payload }: Frame): void {
    switch (kind) {
      case 'answers':
        this.#answer(readHostAnswers(payload.toString('utf8')));
        return;
      case 'too-large':
        this.#startOver({ kind });
        return;
      case 'under-way':
        this.#queue.firstIsRunning();
        return;
      case 'over':
        // What ends before it has answered anything would do so for ever: of that, how it ended is looked at.
        if (this.#hasAnswered) this.#startOver();
        return;
    }
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
    const isIdle = this.#queue.groups === 0;
    const frames: Buffer[] = [];
    while (this.#queue.groups < AHEAD) {
      const group = this.#queue.next();
      if (!group) break;
      frames.push(groupFrame(group.map(({ json }) => json)));
    }
    if (frames.length === 0) return;
    if (isIdle) this.#timer?.refresh();
    if (!this.#host) frames.unshift(...this.#begin());
    this.#host?.send(frames);
  }

  /** Starts a host. Gives what it is told first. */
  #begin(): Buffer[] {
    try {
      const host = this.pipeline.start();
      this.#host = host;
      this.#hasAnswered = false;
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

  #answer(answers: readonly (ReadAnswer | undefined)[]): void {
    if (answers.length > this.#queue.underWay) {
      this.#startOver({ kind: 'garbled' });
      return;
    }
    this.#hasAnswered = true;
    this.#timer?.refresh();
    this.#queue.take(answers.length).forEach((asked, index) => {
      asked.answer({ kind: 'answered', answer: answers[index] });
    });
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
    else if (this.#queue.underWay > 0) this.#startOver({ kind: 'timed-out' });
    else this.#timer?.refresh();
  }

  #watch(limit: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#late();
    }, limit);
  }

  /**
   * Ends the host; another one gets the rest. Where an ending is given, the request that ran ends so. Which one that was is certain where
   * all of its group before it are answered; else those of the group are run again, one at a time.
   */
  #startOver(ending?: RunEnding): void {
    this.#endHost();
    if (ending && !this.#queue.isFirstRunning) this.#queue.setApart();
    else if (ending) for (const { answer } of this.#queue.take(1)) answer(ending);
    this.#queue.takeBack();
    this.#sendSoon();
  }

  #endAll(ending: RunEnding): void {
    this.#endHost();
    for (const { answer } of this.#queue.takeAll()) answer(ending);
  }

  #endHost(): void {
    clearTimeout(this.#timer);
    const host = this.#host;
    this.#host = undefined;
    if (host) this.#ends = Promise.all([this.#ends, host.end()]).then(() => undefined);
  }
}
