/** Where answers go. */
export interface AnswerSink {
  /** Takes an answer; it may be kept back until `flush`. Gives what to wait for while the receiver cannot take more. */
  add(answer: string): Promise<void> | undefined;
  flush(): Promise<void>;
}

/** Gets what gives an answer: at once, or later where it takes more than a look. */
export type Give = (answer: () => string | Promise<string>) => void;

/** The questions that wait for their answers have so many characters together, unless one alone has more. */
const MOST_CHARACTERS = 1 << 20;
/** So long (ms) an answer is kept back at most for others to join it. */
const KEPT_BACK = 10;

/** A question whose answer is not passed on yet. */
interface Asked {
  readonly size: number;
  answer: string | undefined;
}

/**
 * Asks for answers ahead, and passes them on in the order of the questions, each as soon as all before it are there. However many
 * there are, few are held. There may be a million: what every one of them needs is a call, no promise.
 */
export class Ordered {
  readonly #asked: Asked[] = [];
  #characters = 0;
  #failure: { readonly error: unknown } | undefined;
  #sinkIsBusy = false;
  #timer: NodeJS.Timeout | undefined;
  #wake: () => void = () => undefined;

  /** So many questions wait for their answers at most. */
  constructor(
    private readonly sink: AnswerSink,
    private readonly most: number,
  ) {}

  /** Asks a question of so many characters, at once where there is room; else it gives what to wait for until it is asked. Rejects where an earlier answer, or the sink, has failed. */
  ask(size: number, ask: (give: Give) => void): Promise<void> | undefined {
    if (!this.#failure && this.#hasRoom(size)) {
      this.#put(size, ask);
      return undefined;
    }
    return this.#until(() => this.#hasRoom(size)).then(() => {
      this.#put(size, ask);
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

  #hasRoom(size: number): boolean {
    const count = this.#asked.length;
    return count === 0 || (count < this.most && this.#characters + size <= MOST_CHARACTERS);
  }

  #put(size: number, ask: (give: Give) => void): void {
    const asked: Asked = { size, answer: undefined };
    this.#asked.push(asked);
    this.#characters += size;
    ask((answer) => {
      this.#take(asked, answer);
    });
  }

  #take(asked: Asked, give: () => string | Promise<string>): void {
    try {
      const answer = give();
      if (typeof answer === 'string') this.#answer(asked, answer);
      else
        answer.then(
          (late) => {
            this.#answer(asked, late);
          },
          (error: unknown) => {
            this.#fail(error);
          },
        );
    } catch (error) {
      this.#fail(error);
    }
  }

  #answer(asked: Asked, answer: string): void {
    asked.answer = answer;
    if (this.#asked[0] === asked) this.#pass();
  }

  #pass(): void {
    while (!this.#sinkIsBusy) {
      const [first] = this.#asked;
      if (first?.answer === undefined) break;
      this.#asked.shift();
      this.#characters -= first.size;
      const taking = this.sink.add(first.answer);
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
