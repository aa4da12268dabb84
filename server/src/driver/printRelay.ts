const MAX_PRINTED = 1_000_000;
const LEFT_OUT = '\n… the driver printed more than 1 MB; the rest is left out.\n';

/** Passes on what a driver prints, up to a million characters in all, and then one line that says so. */
export class PrintRelay {
  readonly #print: (text: string) => void;
  #left = MAX_PRINTED;
  #full = false;

  constructor(print: (text: string) => void) {
    this.#print = print;
  }

  pass(text: string): void {
    if (this.#full) return;
    const passed = text.slice(0, this.#left);
    this.#left -= passed.length;
    this.#full = passed.length < text.length;
    this.#print(this.#full ? passed + LEFT_OUT : passed);
  }
}
