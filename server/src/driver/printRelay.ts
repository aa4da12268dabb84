import { StringDecoder } from 'node:string_decoder';

const MAX_PRINTED = 1_000_000;
const LEFT_OUT = '\n… the driver printed more than 1 MB; the rest is left out.\n';

/** Passes on what a driver prints, up to a million characters in all, and then one line that says so. */
export class PrintRelay {
  readonly #decoders = new Map<number, StringDecoder>();
  #left = MAX_PRINTED;

  constructor(private readonly print: (text: string) => void) {}

  /** Takes bytes of UTF-8 that came over a descriptor. */
  pass(descriptor: number, bytes: Buffer): void {
    if (this.#left < 0) return;
    const decoder = this.#decoders.get(descriptor) ?? new StringDecoder('utf8');
    this.#decoders.set(descriptor, decoder);
    this.#passText(decoder.write(bytes));
  }

  /** There is no more: passes on what looked like the first half of a character. */
  end(): void {
    for (const decoder of this.#decoders.values()) this.#passText(decoder.end());
    this.#decoders.clear();
  }

  #passText(text: string): void {
    if (text === '' || this.#left < 0) return;
    const passed = text.slice(0, this.#left);
    this.#left = passed.length < text.length ? -1 : this.#left - passed.length;
    this.print(this.#left < 0 ? passed + LEFT_OUT : passed);
  }
}
