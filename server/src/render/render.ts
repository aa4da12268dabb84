import { problem, type Problem } from '../problems';
import type { Placeholder, PlaceholderContext, Template } from '../template/templateFile';
import type { Span } from '../text/span';
import { escapeValue } from './escape';
import { indentation } from './indentation';
import { joint, LONGEST_MARK } from './joint';
import { leftOut } from './leftOut';

/** Who provided a value. */
export type Origin = 'driver' | 'compute';

export interface Value {
  readonly text: string;
  readonly origin: Origin;
}

/** Where the value of a placeholder stands in the interface XML. */
export interface RenderedPlaceholder {
  readonly placeholder: Placeholder;
  readonly output: Span;
  readonly origin: Origin;
}

/** A stretch of the template that was taken over as it is. */
export interface Copied {
  readonly source: Span;
  readonly output: Span;
}

export interface Rendering {
  /** The interface XML, from the device's opening tag to its closing one, without a line end behind it. */
  readonly xml: string;
  readonly placeholders: readonly RenderedPlaceholder[];
  /** Those that no value fills, but for optional ones; they stand in the XML as they were written. */
  readonly unfilled: readonly Placeholder[];
  /** What of the template stands in the XML as it is, in the order of the text. */
  readonly copied: readonly Copied[];
  /** `render.value-refused`, in the template: values that cannot be written where they should stand. Their placeholders stay as they were written. */
  readonly problems: readonly Problem[];
}

/** Writes the interface XML of one template, piece by piece. */
class Writer {
  xml = '';
  readonly placeholders: RenderedPlaceholder[] = [];
  readonly unfilled: Placeholder[] = [];
  readonly copied: Copied[] = [];
  readonly problems: Problem[] = [];
  /** The last characters of the XML: it is not looked into while it grows. */
  #tail = '';

  write(piece: string): void {
    this.xml += piece;
    this.#tail = (this.#tail + piece.slice(-LONGEST_MARK)).slice(-LONGEST_MARK);
  }

  /** Writes a stretch of the template as it is. */
  copy(text: string, source: Span): void {
    const start = this.xml.length;
    this.write(text.slice(source.start, source.end));
    this.copied.push({ source, output: { start, end: this.xml.length } });
  }

  /** Writes nothing, or what keeps apart the pieces that stood around it. `following` is the text behind it. */
  leaveOut(context: PlaceholderContext, following: string): void {
    this.write(joint(context, this.#tail, following));
  }

  /** `written` is the placeholder as it stands in the template, `following` the text behind it. */
  fill(placeholder: Placeholder, written: string, value: Value | undefined, following: string): void {
    const filled = value && escapeValue(value.text, placeholder.context);
    if (filled === undefined) {
      this.write(written);
      if (placeholder.context !== 'comment') this.#reportUnfilled(placeholder, value);
      return;
    }
    const start = this.xml.length;
    if (filled === '') this.leaveOut(placeholder.context, following);
    else this.write(filled);
    this.placeholders.push({
      placeholder,
      output: { start, end: this.xml.length },
      origin: value?.origin ?? 'driver',
    });
  }

  #reportUnfilled(placeholder: Placeholder, value: Value | undefined): void {
    if (value === undefined) this.unfilled.push(placeholder);
    else {
      const message = `The value of '${placeholder.key}' cannot be written here: XML does not allow it in this place.`;
      this.problems.push(problem('render.value-refused', placeholder.span, message));
    }
  }
}

/** A stretch of the template that is not written as it stands there. */
interface Change extends Span {
  readonly write: (writer: Writer, following: string) => void;
}

/** Of two changes of which one lies in the other, the outer one counts. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Renders the device of a template whose text has no errors. Every placeholder that `values` has a key for is replaced by its
 * value, escaped for the place where it stands. Every other character stays, but for the indentation that all lines share, and
 * for what optional placeholders without a value take with them.
 */
export function renderTemplate(text: string, template: Template, values: ReadonlyMap<string, Value>): Rendering {
  const span = template.interfaceSpan ?? { start: 0, end: 0 };
  const placeholders = template.placeholders.filter(
    (placeholder) => span.start <= placeholder.span.start && placeholder.span.end <= span.end,
  );
  const isLeftOut = ({ optional, context, key }: Placeholder): boolean =>
    optional === true && context !== 'markup' && !values.has(key);
  const changes = inOrder([
    ...indentation(text, span).map((skip) => ({ ...skip, write: () => undefined })),
    ...leftOut(text, template, placeholders.filter(isLeftOut)).map((gone) => ({
      ...gone,
      write: (writer: Writer, following: string) => {
        writer.leaveOut('text', following);
      },
    })),
    ...placeholders.map((placeholder) => ({
      ...placeholder.span,
      write: (writer: Writer, following: string) => {
        const { context, key, span: own } = placeholder;
        if (isLeftOut(placeholder)) writer.leaveOut(context, following);
        else writer.fill(placeholder, text.slice(own.start, own.end), values.get(key), following);
      },
    })),
  ]);
  const writer = new Writer();
  let at = span.start;
  for (const { start, end, write } of changes) {
    if (start < at) continue;
    writer.copy(text, { start: at, end: start });
    write(writer, text.slice(end, end + LONGEST_MARK));
    at = end;
  }
  writer.copy(text, { start: at, end: span.end });
  return writer;
}
