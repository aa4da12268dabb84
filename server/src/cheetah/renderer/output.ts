import type { Span } from '../../text/span';
import { MAX_TEXT } from '../python/limits';
import { Refusal } from '../evaluate/refusal';

/** What a rendering puts out, piece by piece. */
export class Output {
  readonly #pieces: string[] = [];
  #length = 0;

  /** How much there is so far: the offset at which the next piece starts. */
  get length(): number {
    return this.#length;
  }

  /** Puts out a text; gives where it stands. */
  write(text: string): Span {
    const start = this.#length;
    this.#length += text.length;
    if (this.#length > MAX_TEXT) throw new Refusal('The output gets longer than 64 MiB.');
    this.#pieces.push(text);
    return { start, end: this.#length };
  }

  /** All that was put out. */
  text(): string {
    return this.#pieces.join('');
  }
}
