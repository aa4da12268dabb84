import type { DriverOutcome, OpenDriver, Request } from './runner';

/** Runs a driver with one request. Never rejects. */
type RunOnce = (request: Request, signal: AbortSignal) => Promise<DriverOutcome>;

/** An open driver that has a run of its own for each request, one after the other. */
export class SequentialDriver implements OpenDriver {
  readonly #closed = new AbortController();
  readonly #signal: AbortSignal;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly runOnce: RunOnce,
    signal: AbortSignal,
  ) {
    this.#signal = AbortSignal.any([signal, this.#closed.signal]);
  }

  run(request: Request, give: (outcome: DriverOutcome) => void): void {
    this.#last = this.#last.then(() => this.runOnce(request, this.#signal)).then(give);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#last;
  }
}
