import type { TextNode } from './syntax';

/** A text node while it may still lose its end. */
export type GrowingText = { -readonly [Key in keyof TextNode]: TextNode[Key] };

/** The text that Cheetah has read and not put out yet: a directive on a line of its own takes away the blanks in front of it. */
export class PendingText {
  #pending: GrowingText[] = [];

  add(text: GrowingText): void {
    this.#pending.push(text);
  }

  /** Puts the text out; gives whether there is any. */
  commit(): boolean {
    const isThere = this.#pending.some(({ text }) => text !== '');
    this.#pending = [];
    return isThere;
  }

  /** Takes away what stands in the last line. Cheetah looks at the last piece of text alone. */
  dropLine(source: string): void {
    const last = this.#pending.at(-1);
    if (!last) return;
    const { start, end } = last.span;
    last.text = last.text.slice(0, lineStartIn(last.text));
    last.span = { start, end: start + lineStartIn(source.slice(start, end)) };
  }
}

function lineStartIn(text: string): number {
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
}
