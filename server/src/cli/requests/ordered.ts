/** Where answers go. */
export interface AnswerSink {
  /** Takes an answer; it may be kept back until `flush`. Gives what to wait for while the receiver cannot take more. */
  add(answer: string): Promise<void> | undefined;
  flush(): Promise<void>;
}

/** So many questions wait for their answers at most, so that a driver's process has always one to go on with. */
const MOST_WAITING = 128;
/** A question of so many characters is not waited beside others. */
const HUGE = 64 * 1024;
/** So long (ms) an answer is kept back at most for others to join it. */
const KEPT_BACK = 10;

/** A question whose answer is not passed on yet. */
interface Asked {
  answer?: string;
}

/**
 * Asks for answers ahead, and passes them on in the order of the questions, each as soon as all before it are there. However many
 * there are, few are held. There may be a million: what every one of them needs is a call, no promise.
 */
export class Ordered {
  readonly #asked: Asked[] = [];
  #failure: { readonly error: unknown } | undefined;
  #sinkIsBusy = false;
  #timer: NodeJS.Timeout | undefined;
  #wake: () => void = () => undefined;

  constructor(private readonly sink: AnswerSink) {}

  /** Asks a question of so many characters, at once where there is room; else it gives what to wait for until it is asked. Rejects where an earlier answer, or the sink, has failed. */
  ask(size: number, ask: () => Promise<string>): Promise<void> | undefined {
    const hasRoom = (): boolean => this.#asked.length < (size > HUGE ? 1 : MOST_WAITING);
    if (!this.#failure && hasRoom()) {
      this.#put(ask);
      return undefined;
    }
    return this.#until(hasRoom).then(() => {
      this.#put(ask);
    });
  }

  /** Waits until everything is passed on. */
  async end(): Promise<void> {
    try {
      await this.#until(() => this.#asked.length === 0 && !this.#sinkIsBusy);
    } finally {
      clearTimeout(this.#timer);
    }
    await this.sink.flush();
  }

  async #until(holds: () => boolean): Promise<void> {
    while (!this.#failure && !holds())
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    if (this.#failure) throw this.#failure.error;
  }

  #put(ask: () => Promise<string>): void {
    const asked: Asked = {};
    this.#asked.push(asked);
    ask().then(
      (answer) => {
        asked.answer = answer;
        if (this.#asked[0] === asked) this.#pass();
      },
      (error: unknown) => {
        this.#fail(error);
      },
    );
  }

  #pass(): void {
    while (!this.#sinkIsBusy) {
      const answer = this.#asked[0]?.answer;
      if (answer === undefined) break;
      this.#asked.shift();
      const taking = this.sink.add(answer);
      if (taking) this.#waitFor(taking);
    }
    this.#flushSoon();
    this.#wake();
  }

  /** Nobody shall wait for an answer that is there: at once where nothing else is asked, else once a few may have joined it. */
  #flushSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#flush();
    }, KEPT_BACK);
    if (this.#asked.length === 0)
      setImmediate(() => {
        if (this.#asked.length === 0) this.#flush();
      });
  }

  #flush(): void {
    if (!this.#sinkIsBusy && !this.#failure) this.#waitFor(this.sink.flush());
  }

  #waitFor(taking: Promise<void>): void {
    this.#sinkIsBusy = true;
    taking.then(
      () => {
        this.#sinkIsBusy = false;
        if (this.#asked[0]?.answer !== undefined) this.#pass();
        this.#wake();
      },
      (error: unknown) => {
        this.#fail(error);
      },
    );
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wake();
  }
}
