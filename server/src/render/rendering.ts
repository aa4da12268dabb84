import type { Problem } from '../problems';
import type { Placeholder } from '../template/templateFile';
import type { Span } from '../text/span';

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
