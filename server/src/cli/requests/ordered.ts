import { setImmediate as turn } from 'node:timers/promises';

/** Where answers go. */
export interface AnswerSink {
  /** Takes an answer; it may be kept back until `flush`. Waits while the receiver cannot take more. */
  add(answer: string): Promise<void> | undefined;
  flush(): Promise<void>;
}

/** So many questions wait for their answers at most, so that a driver's process has always one to go on with. */
const MOST_WAITING = 128;
/** A question of so many characters is not waited beside others. */
const HUGE = 64 * 1024;

/** Asks for answers ahead, and passes them on in the order of the questions, each as soon as all before it are there. However many there are, few are held. */
export class Ordered {
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  /** When each of the last questions was answered, the oldest one next. */
  readonly #recent: Promise<void>[] = [];

  constructor(private readonly sink: AnswerSink) {}

  /** Waits until there is room for a question of so many characters, and asks it. Rejects where an earlier answer, or the sink, has failed. */
  async ask(size: number, ask: () => Promise<string>): Promise<void> {
    const oldest = this.#recent.length === MOST_WAITING ? this.#recent.shift() : undefined;
    await (size > HUGE ? this.#last : oldest);
    this.#waiting++;
    let isThere = false;
    const answer = ask().finally(() => {
      isThere = true;
    });
    const passed = this.#last.then(async () => {
      if (!isThere) await this.#flushUnless(() => isThere);
      await this.sink.add(await answer);
      this.#waiting--;
      if (this.#waiting === 0) await this.#flushUnless(() => this.#waiting > 0);
    });
    // Both are waited for later: as the oldest one, or at the end.
    for (const later of [answer, passed]) later.catch(() => undefined);
    this.#last = passed;
    this.#recent.push(passed);
  }

  /** Waits until everything is passed on. */
  async end(): Promise<void> {
    await this.#last;
    await this.sink.flush();
  }

  /** Nobody shall wait for an answer that is there: unless more are about to come, which are then passed on as one. */
  async #flushUnless(moreComes: () => boolean): Promise<void> {
    await turn();
    if (!moreComes()) await this.sink.flush();
  }
}
