import type { WriteStream } from 'node:tty';

/** How often (ms) a terminal shows how far a long command is. */
const REST = 100;
const USUAL_WIDTH = 80;
const CLEAR = '\r\x1b[K';

/** Shows on a terminal how far a command is, in a line that goes when it is done. Writes nothing to what is no terminal. */
export class Progress {
  #shownAt = 0;
  #isShown = false;

  constructor(private readonly terminal: Pick<WriteStream, 'isTTY' | 'columns' | 'write'>) {}

  /** Shows what `text` gives, unless something was shown a moment ago. */
  show(text: () => string): void {
    if (!this.terminal.isTTY) return;
    const now = Date.now();
    if (now - this.#shownAt < REST) return;
    this.#shownAt = now;
    this.#isShown = true;
    // A terminal that does not know its width says 0.
    const width = this.terminal.columns > 0 ? this.terminal.columns : USUAL_WIDTH;
    this.terminal.write(CLEAR + text().slice(0, width - 1));
  }

  /** Takes the line away: something else is to be written, or all is done. */
  clear(): void {
    if (this.#isShown) this.terminal.write(CLEAR);
    this.#isShown = false;
  }
}
