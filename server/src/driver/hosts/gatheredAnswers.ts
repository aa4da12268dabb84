import { performance } from 'node:perf_hooks';

/** Answers are kept back for so long at most (ms): so much of what a driver has done may be lost with a process that ends without warning. */
const KEPT_BACK = 1;
/** So many bytes are gathered before they are written. */
const FULL = 32 * 1024;

// A driver may replace these: the host keeps its own.
const now = performance.now.bind(performance);
const atNextTurn = setImmediate;

/**
 * Gathers the answers to requests that come together: to write each of them, and to wake who reads it, takes longer than most drivers do.
 * Nothing is kept back while the driver waits for something, nor when it ends the process by Node's own means.
 */
export class GatheredAnswers {
  #gathered: Buffer[] = [];
  #size = 0;
  #writtenAt = 0;
  #isDue = false;
  readonly #atTurn = (): void => {
    this.#isDue = false;
    this.flush();
  };

  constructor(private readonly write: (bytes: Buffer) => void) {
    process.once('exit', () => {
      this.flush();
    });
  }

  add(answer: Buffer): void {
    this.#gathered.push(answer);
    this.#size += answer.length;
    if (this.#size > FULL || now() - this.#writtenAt > KEPT_BACK) this.flush();
    else if (!this.#isDue) {
      this.#isDue = true;
      atNextTurn(this.#atTurn);
    }
  }

  /** Writes what is there. To be called when the first of some requests is begun, and when the last is answered. */
  flush(): void {
    if (this.#size > 0) {
      const bytes = this.#gathered.length === 1 ? this.#gathered[0] : undefined;
      this.write(bytes ?? Buffer.concat(this.#gathered));
      this.#gathered = [];
      this.#size = 0;
    }
    this.#writtenAt = now();
  }
}
