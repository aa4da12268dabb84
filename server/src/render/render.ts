import { problem, type Problem } from '../problems';
import type { Placeholder, Template } from '../template/templateFile';
import type { Span } from '../text/span';
import { escapeValue } from './escape';
import { indentation } from './indentation';

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

export interface Rendering {
  /** The interface XML, from `<interface` to `</interface>`, without a line end behind it. */
  readonly xml: string;
  readonly placeholders: readonly RenderedPlaceholder[];
  /** Those that no value fills; they stand in the XML as they were written. */
  readonly unfilled: readonly Placeholder[];
  /** `render.value-refused`, in the template: values that cannot be written where they should stand. Their placeholders stay as they were written. */
  readonly problems: readonly Problem[];
}

/** Writes the interface XML of one template, piece by piece. */
class Writer {
  xml = '';
  readonly placeholders: RenderedPlaceholder[] = [];
  readonly unfilled: Placeholder[] = [];
  readonly problems: Problem[] = [];

  /** `following` is what stands behind the placeholder: its first character. */
  fill(placeholder: Placeholder, written: string, value: Value | undefined, following: string): void {
    const filled = this.#endsCdata(placeholder, value, following)
      ? undefined
      : value && escapeValue(value.text, placeholder.context);
    if (filled === undefined) {
      this.xml += written;
      if (placeholder.context !== 'comment') this.#reportUnfilled(placeholder, value);
    } else {
      const start = this.xml.length;
      this.xml += filled;
      this.placeholders.push({
        placeholder,
        output: { start, end: this.xml.length },
        origin: value?.origin ?? 'driver',
      });
    }
  }

  /** Whether an empty value would bring `]]` and `>` together, which text cannot hold. */
  #endsCdata({ context }: Placeholder, value: Value | undefined, following: string): boolean {
    return context === 'text' && value?.text === '' && following === '>' && this.xml.endsWith(']]');
  }

  #reportUnfilled(placeholder: Placeholder, value: Value | undefined): void {
    if (value === undefined) this.unfilled.push(placeholder);
    else {
      const message = `The value of '${placeholder.key}' cannot be written here: XML does not allow it in this place.`;
      this.problems.push(problem('render.value-refused', placeholder.span, message));
    }
  }
}

/**
 * Renders the `<interface>` of a template whose text has no errors. Every placeholder that `values` has a key for is
 * replaced by its value, escaped for the place where it stands; every other character stays, but for the indentation
 * that all lines share.
 */
export function renderTemplate(text: string, template: Template, values: ReadonlyMap<string, Value>): Rendering {
  const span = template.interfaceSpan ?? { start: 0, end: 0 };
  const skipped = indentation(text, span).map((skip) => ({ ...skip, placeholder: undefined }));
  const filled = template.placeholders
    .filter((placeholder) => span.start <= placeholder.span.start && placeholder.span.end <= span.end)
    .map((placeholder) => ({ ...placeholder.span, placeholder }));
  const writer = new Writer();
  let at = span.start;
  for (const { start, end, placeholder } of [...skipped, ...filled].sort((a, b) => a.start - b.start)) {
    writer.xml += text.slice(at, start);
    if (placeholder) writer.fill(placeholder, text.slice(start, end), values.get(placeholder.key), text.charAt(end));
    at = end;
  }
  writer.xml += text.slice(at, span.end);
  return writer;
}
