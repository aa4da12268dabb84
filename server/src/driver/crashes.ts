/** How many crashes within how long (ms) are too many. */
const MANY = 3;
const SPAN = 60_000;

/** Counts the crashes of a host, so that nothing is started over and over again. */
export class Crashes {
  #times: readonly number[] = [];

  /** `now` tells the time in ms. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The host has crashed. */
  add(): void {
    this.#times = [...this.#times, this.now()].slice(-MANY);
  }

  /** Whether there were three within a minute, the last one less than a minute ago. */
  get tooMany(): boolean {
    const [first = 0, last = 0] = [this.#times[0], this.#times.at(-1)];
    return this.#times.length === MANY && last - first <= SPAN && this.now() - last < SPAN;
  }
}
