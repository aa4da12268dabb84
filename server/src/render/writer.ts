import { problem, type Problem } from '../problems';
import type { Placeholder, PlaceholderContext } from '../template/templateFile';
import type { Span } from '../text/span';
import { escapeValue } from './escape';
import { Growing } from './growing';
import { joint, LONGEST_MARK } from './joint';
import type { Piece } from './pieces';
import type { Copied, RenderedPlaceholder, Rendering, Value } from './rendering';

/** Writes interface XML piece by piece, and keeps where each of them came from. */
export class Writer implements Rendering {
  readonly placeholders: RenderedPlaceholder[] = [];
  readonly unfilled: Placeholder[] = [];
  readonly copied: Copied[] = [];
  readonly problems: Problem[] = [];
  readonly #written = new Growing();

  /** `text` is that of the template file. */
  constructor(private readonly text: string) {}

  get xml(): string {
    return this.#written.text;
  }

  /** Writes what stands for a piece. `value` is that of its placeholder, where something fills it. */
  write(piece: Piece, value: Value | undefined): void {
    const { kind, source } = piece;
    if (kind === 'copied') this.#copy(source);
    if (kind === 'left-out') this.#leaveOut(piece.context, source);
    if (kind === 'filled') this.#fill(piece.placeholder, value);
  }

  #append(written: string): void {
    this.#written.append(written);
  }

  #copy(source: Span): void {
    const start = this.xml.length;
    this.#append(this.text.slice(source.start, source.end));
    this.copied.push({ source, output: { start, end: this.xml.length } });
  }

  #leaveOut(context: PlaceholderContext, { end }: Span): void {
    this.#append(joint(context, this.#written.tail, this.text.slice(end, end + LONGEST_MARK)));
  }

  #fill(placeholder: Placeholder, value: Value | undefined): void {
    const { context, span } = placeholder;
    const filled = value && escapeValue(value.text, context);
    if (value === undefined || filled === undefined) {
      this.#append(this.text.slice(span.start, span.end));
      if (context !== 'comment') this.#report(placeholder, value);
      return;
    }
    const start = this.xml.length;
    if (filled === '') this.#leaveOut(context, span);
    else this.#append(filled);
    this.placeholders.push({ placeholder, output: { start, end: this.xml.length }, origin: value.origin });
  }

  #report(placeholder: Placeholder, value: Value | undefined): void {
    if (value === undefined) this.unfilled.push(placeholder);
    else {
      const message = `The value of '${placeholder.key}' cannot be written here: XML does not allow it in this place.`;
      this.problems.push(problem('render.value-refused', placeholder.span, message));
    }
  }
}
