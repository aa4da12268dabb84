import { frame, MAX_FRAME } from '../hostFrames';
import type { HostAnswer } from '../hostProtocol';
import { writePlainTexts } from '../plainTexts';
import { tell } from './telling';

/** Answers are held back for so long (ms), for others to join them: to tell one takes longer than to find it. */
const HELD = 2;
/** So many characters are told at once. */
const FULL = 64 * 1024;

// A driver may replace these: the host keeps its own.
const stringify = JSON.stringify;
const now = performance.now.bind(performance);

/** The answers to a group of requests, or to a single one, that are not told yet. */
export class HeldAnswers {
  #texts: string[] = [];
  #size = 0;
  #since = 0;

  constructor(private readonly isGroup: boolean) {}

  /** Whether they are to be told before another request is run: who waits for that shall not wait for these, nor forget them if it never ends. */
  get areDue(): boolean {
    return this.#size > FULL || (this.#size > 0 && now() - this.#since > HELD);
  }

  add(answer: HostAnswer): void {
    const text = this.#write(answer);
    if (this.#size === 0) this.#since = now();
    this.#texts.push(text);
    this.#size += text.length;
  }

  tell(): void {
    const texts = this.#texts;
    this.#texts = [];
    this.#size = 0;
    // Only the last one can be huge.
    const last = texts.at(-1) ?? '';
    if (last.length > FULL && texts.length > 1) this.#tellThese(texts.splice(0, texts.length - 1));
    this.#tellThese(texts);
  }

  #write(answer: HostAnswer): string {
    const texts = this.isGroup && answer.kind === 'texts' ? writePlainTexts(answer.values) : undefined;
    return texts ?? stringify(answer);
  }

  #tellThese(texts: readonly string[]): void {
    if (texts.length === 0) return;
    const bytes = frame(this.isGroup ? 'answers' : 'answered', texts.join('\n'));
    if (bytes.length > MAX_FRAME) {
      tell(frame('under-way'));
      tell(frame('too-large'));
    } else tell(bytes);
  }
}
