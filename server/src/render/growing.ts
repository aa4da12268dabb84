import { LONGEST_MARK } from './joint';

/** A text that grows at its end and knows its last characters: the engine goes through all of a text that is looked into while it grows. */
export class Growing {
  text = '';
  /** The last characters, as many as a mark of XML has. */
  tail = '';

  append(written: string): void {
    this.text += written;
    this.tail = (this.tail + written.slice(-LONGEST_MARK)).slice(-LONGEST_MARK);
  }

  /** The text so far; the next begins with nothing. */
  take(): string {
    const { text } = this;
    this.text = '';
    this.tail = '';
    return text;
  }
}
