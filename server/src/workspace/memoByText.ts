import { isSameText } from '../text/commonEnds';
import type { Text } from '../text/text';

/** Keeps what was worked out from a text, one for each file, until the text is another one. */
export class MemoByText<Value> {
  readonly #kept = new Map<string, { readonly text: Text; readonly value: Value }>();

  /** What `make` makes of `text`; made anew only when the text of `uri` has changed. `make` is handed what was made of the text before. */
  get(uri: string, text: Text, make: (earlier: Value | undefined) => Value): Value {
    const kept = this.#kept.get(uri);
    if (kept && isSameText(kept.text, text)) return kept.value;
    const value = make(kept?.value);
    this.#kept.set(uri, { text, value });
    return value;
  }

  delete(uri: string): void {
    this.#kept.delete(uri);
  }
}
