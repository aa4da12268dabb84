import { FrameReader, type Frame } from './hostFrames';
import { HOST_READY } from './hostProtocol';

const NEWLINE = 0x0a;
const MAX_READY = 1000;

/** What a host tells: frames, or what is none. `rubbish`: what came first is not a host's. */
export type Told = Frame | { readonly kind: 'garbled' } | { readonly kind: 'rubbish'; readonly text: string };

/** Reads what a host tells: the line that says that it runs, then frames. */
export class HostReader {
  readonly #frames = new FrameReader();
  #ready = false;
  #first = Buffer.alloc(0);

  /** Whether the host has told that it runs. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Takes the bytes that came; gives what is whole. After `garbled` and `rubbish` there is nothing that makes sense. */
  *read(bytes: Buffer): Iterable<Told> {
    if (this.#ready) for (const each of this.#frames.read(bytes)) yield each ?? { kind: 'garbled' };
    else yield* this.#readFirst(bytes);
  }

  *#readFirst(bytes: Buffer): Iterable<Told> {
    this.#first = Buffer.concat([this.#first, bytes]);
    const end = this.#first.indexOf(NEWLINE);
    if (end < 0 && this.#first.length <= MAX_READY) return;
    const line = this.#first.toString('utf8', 0, end < 0 ? MAX_READY : end);
    this.#ready = line === HOST_READY;
    if (this.#ready) yield* this.read(this.#first.subarray(end + 1));
    else yield { kind: 'rubbish', text: line };
  }
}
