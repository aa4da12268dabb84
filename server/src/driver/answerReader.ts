import { HOST_READY } from './hostProtocol';

const NEWLINE = 0x0a;
const MAX_READY = 1000;
const MAX_ANSWER = 16 * 1024 * 1024;

/** How the stream of answers ended. `rubbish`: what came first is not a host's. */
export type Answer =
  | { readonly kind: 'answered'; readonly text: string }
  | { readonly kind: 'rubbish'; readonly text: string }
  | { readonly kind: 'too-large' };

/** Reads what a host answers: the line that tells that it runs, then the line that holds the answer, of 16 MB at most. */
export class AnswerReader {
  #ready = false;
  #pieces: Buffer[] = [];
  #size = 0;

  /** Whether the host has told that it runs. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Takes the bytes that came. Returns the answer once it is whole, and undefined while more is due. */
  read(bytes: Buffer): Answer | undefined {
    const end = bytes.indexOf(NEWLINE);
    if (end < 0) return this.#keep(bytes);
    const line = this.#take(bytes.subarray(0, end));
    if (this.#ready) return line.length > MAX_ANSWER ? { kind: 'too-large' } : { kind: 'answered', text: line };
    if (line !== HOST_READY) return { kind: 'rubbish', text: line };
    this.#ready = true;
    return this.read(bytes.subarray(end + 1));
  }

  #keep(bytes: Buffer): Answer | undefined {
    this.#pieces.push(bytes);
    this.#size += bytes.length;
    if (this.#ready) return this.#size > MAX_ANSWER ? { kind: 'too-large' } : undefined;
    return this.#size > MAX_READY ? { kind: 'rubbish', text: this.#take() } : undefined;
  }

  #take(last: Buffer = Buffer.alloc(0)): string {
    const text = Buffer.concat([...this.#pieces, last]).toString('utf8');
    this.#pieces = [];
    this.#size = 0;
    return text;
  }
}
